using System.Globalization;
using System.Text;

namespace AllianceAgreements.Local.Commands;

/// <summary>Text of a file that somebody else wrote, on a terminal: on one line, of bearable length, and acting on nothing.</summary>
internal static class PrintedText
{
    private const int MaximumLength = 400;
    private const int Context = 60;

    /// <summary>The text, spaces made single, its middle left out when it is long; what would act on a terminal or on the direction of a line is written as <c>\u202E</c>.</summary>
    public static string Of(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var shown = line.Length <= MaximumLength ? line : $"{Cut(line, 0, MaximumLength / 2)} … {Cut(line, line.Length - (MaximumLength / 2), line.Length)}";
        var printed = new StringBuilder(shown.Length);
        foreach (var rune in shown.EnumerateRunes())
        {
            if (rune.Value != '\u200D' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                printed.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                printed.Append(rune);
            }
        }

        return printed.ToString();
    }

    /// <summary>Both texts, from a little before where they begin to differ to a little behind where they end to.</summary>
    public static (string? Was, string? Is) Difference(string? was, string? now)
    {
        if (was is null || now is null)
        {
            return (was is null ? null : Of(was), now is null ? null : Of(now));
        }

        var start = was.AsSpan().CommonPrefixLength(now);
        var end = 0;
        while (end < Math.Min(was.Length, now.Length) - start && was[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        return (Around(was, start, was.Length - end), Around(now, start, now.Length - end));
    }

    private static string Around(string text, int start, int end)
    {
        var (from, to) = (Math.Max(0, start - Context), Math.Min(text.Length, end + Context));
        return $"{(from > 0 ? "… " : "")}{Of(Cut(text, from, to))}{(to < text.Length ? " …" : "")}";
    }

    /// <summary>A piece of a text, without half a character at its ends.</summary>
    private static string Cut(string text, int from, int to)
    {
        from += from < to && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to > from && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        return text[from..to];
    }
}
