using System.Globalization;
using System.Text;
using AllianceAgreements.Domain.Intake.Reading;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>Whether text may have more than one line.</summary>
internal enum TextLines
{
    One,
    Several,
}

/// <summary>What text may hold: it is printed in agreements, so nothing blank, invisible or misleading.</summary>
internal static class TextRules
{
    /// <summary>Names of people, offices, places.</summary>
    public const int Name = 200;

    /// <summary>A phrase or sentence of an agreement.</summary>
    public const int Phrase = 1000;

    /// <summary>A paragraph of an agreement.</summary>
    public const int Paragraph = 4000;

    /// <summary>The first problem, or null.</summary>
    public static string? Problem(string value, int shortest, int longest, TextLines lines)
    {
        var length = value.EnumerateRunes().Count();
        return string.IsNullOrWhiteSpace(value) ? "is blank; give text"
            : length > longest ? $"has {length} characters; give at most {longest}"
            : length < shortest ? $"is {Quoted.Value(value)}; give at least {shortest} characters"
            : value.AsSpan().Trim().Length != value.Length ? $"is {Quoted.Value(value)}; remove the space at its start or end"
            : UnwantedCharacter(value, lines);
    }

    private static string? UnwantedCharacter(string value, TextLines lines)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (IsLineBreak(rune) && lines is TextLines.One)
            {
                return "has a line break; write it on one line";
            }

            if (IsUnwanted(rune))
            {
                return $"has the invisible character U+{rune.Value:X4}; remove it";
            }
        }

        return null;
    }

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x2028 or 0x2029;

    /// <summary>Control characters, those that XML cannot carry, and those that make text read otherwise than it is stored (Unicode UAX 9).</summary>
    private static bool IsUnwanted(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value != '\n')
        || rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E);
}
