using System.Globalization;
using System.Text;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>How values appear in messages: shortened, on one line, with nothing invisible.</summary>
internal static class Quoted
{
    /// <summary>No message repeats more of a value than this, in characters.</summary>
    public const int MaximumLength = 80;

    /// <summary>The value in quotation marks.</summary>
    public static string Value(string value) => $"\"{Bare(value)}\"";

    /// <summary>The value without quotation marks.</summary>
    public static string Bare(string value)
    {
        var text = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            var shown = Shown(rune);
            if (text.Length + shown.Length > MaximumLength - 1)
            {
                return text.Append('…').ToString();
            }

            text.Append(shown);
        }

        return text.ToString();
    }

    private static string Shown(Rune rune) =>
        rune.Value is '\\' ? "\\\\"
        : rune.Value is '\n' ? "\\n"
        : rune.Value is '\r' ? "\\r"
        : rune.Value is '\t' ? "\\t"
        : IsVisible(rune) ? rune.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}");

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
