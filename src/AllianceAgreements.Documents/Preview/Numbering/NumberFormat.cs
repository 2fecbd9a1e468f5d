using System.Globalization;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>Writes a counter the way a level's <c>w:numFmt</c> says (17.18.59).</summary>
internal static class NumberFormat
{
    private static readonly (int Value, string Digits)[] RomanDigits =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>The number in a format; in digits where the format is not known or does not reach that far.</summary>
    public static string Format(int number, string? format) => format switch
    {
        "none" => "",
        "lowerLetter" => Letters(number)?.ToLowerInvariant() ?? Digits(number),
        "upperLetter" => Letters(number) ?? Digits(number),
        "lowerRoman" => Roman(number)?.ToLowerInvariant() ?? Digits(number),
        "upperRoman" => Roman(number) ?? Digits(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "numberInDash" => $"- {Digits(number)} -",
        "cardinalText" when IsSpelled(number) => Capitalise(NumberWords.Spell(number)),
        "ordinalText" when IsSpelled(number) => Capitalise(NumberWords.SpellOrdinal(number)),
        "ordinal" or "ordinalText" => Digits(number) + OrdinalEnding(number),
        _ => Digits(number),
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A to Z, then AA, BB to ZZ, then AAA: Word repeats the letter.</summary>
    private static string? Letters(int number) =>
        number is >= 1 and <= 780 ? new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1) : null;

    private static string? Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return null;
        }

        var text = "";
        foreach (var (value, digits) in RomanDigits)
        {
            for (; number >= value; number -= value)
            {
                text += digits;
            }
        }

        return text;
    }

    private static string OrdinalEnding(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };

    /// <summary>Clauses are not counted in thousands, and a preview of hostile counters stays short.</summary>
    private static bool IsSpelled(int number) => number is >= 0 and < 1000;

    private static string Capitalise(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
