using System.Buffers;
using System.Globalization;
using System.Text;
using AllianceAgreements.Documents.Preview;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>Keeps what a file says from acting on a terminal or on the order in which a line is read.</summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Acting = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(code => code != '\t').Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code), '\u2028', '\u2029']);

    /// <summary>The text with control characters, line separators and direction marks written as <c>\u202E</c>.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Acting) && !text.AsSpan().ContainsAny(BidiControls.All))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (Acting.Contains(character) || BidiControls.All.Contains(character))
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                visible.Append(character);
            }
        }

        return visible.ToString();
    }
}
