using System.Text;

namespace AllianceAgreements.Documents.Values;

/// <summary>Numbers in English words, as American agreements write them: "one hundred twenty-five".</summary>
internal static class NumberWords
{
    /// <summary>The largest number that can be spelled.</summary>
    public const long Maximum = 999_999_999_999;

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (long Size, string Name)[] Groups =
        [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (1, "")];

    /// <summary>A number from 0 to <see cref="Maximum"/> in words.</summary>
    public static string Spell(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Maximum);
        if (number == 0)
        {
            return Small[0];
        }

        var words = new StringBuilder();
        foreach (var (size, name) in Groups)
        {
            var count = (int)(number / size % 1000);
            if (count > 0)
            {
                AppendHundreds(words, count);
                Append(words, name);
            }
        }

        return words.ToString();
    }

    /// <summary>A place from 0 to <see cref="Maximum"/> in words: "one hundred twenty-fifth".</summary>
    public static string SpellOrdinal(long number)
    {
        var words = Spell(number);
        var last = words.LastIndexOfAny([' ', '-']) + 1;
        return words[..last] + words[last..] switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            [.. var stem, 'y'] => $"{stem}ieth",
            var word => $"{word}th",
        };
    }

    private static void AppendHundreds(StringBuilder words, int number)
    {
        if (number >= 100)
        {
            Append(words, Small[number / 100]);
            Append(words, "hundred");
        }

        var rest = number % 100;
        if (rest is > 0 and < 20)
        {
            Append(words, Small[rest]);
        }
        else if (rest > 0)
        {
            Append(words, rest % 10 == 0 ? Tens[rest / 10] : $"{Tens[rest / 10]}-{Small[rest % 10]}");
        }
    }

    private static void Append(StringBuilder words, string word)
    {
        if (word.Length > 0)
        {
            words.Append(words.Length > 0 ? " " : "").Append(word);
        }
    }
}
