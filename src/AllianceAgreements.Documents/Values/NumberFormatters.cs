using System.Collections;
using System.Globalization;

namespace AllianceAgreements.Documents.Values;

/// <summary>Formatters of numbers.</summary>
internal static class NumberFormatters
{
    /// <summary><c>number</c>: "1,250,000"; <c>number:2</c> with that many decimals.</summary>
    public static Formatter Number(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is NumberShape, "number", "a number", input);
        var pattern = arguments switch
        {
            [] => "#,##0.############",
            [decimal and >= 0 and <= 12 and var decimals] when decimals == decimal.Truncate(decimals) => $"N{decimals:0}",
            _ => throw new FormatException("The formatter \"number\" takes the number of decimals, 0 to 12."),
        };
        return Text(value => value.ToString(pattern, CultureInfo.InvariantCulture));
    }

    /// <summary><c>percent</c>: "12.5%".</summary>
    public static Formatter Percent(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is NumberShape, "percent", "a number", input);
        Formatters.RequireNone("percent", arguments);
        return Text(value => $"{Plain(value)}%");
    }

    /// <summary><c>ordinal</c>: "1st", "22nd", "113th"; <c>ordinal:"words"</c>: "first", "twenty-second".</summary>
    public static Formatter Ordinal(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is NumberShape, "ordinal", "a whole number", input);
        return Formatters.Choose("ordinal", arguments, "figures", "words") == "words"
            ? Text(value => NumberWords.SpellOrdinal(RequireWhole("ordinal", value)))
            : Text(value => $"{RequireWhole("ordinal", value)}{OrdinalSuffix((long)value)}");
    }

    /// <summary><c>words</c>: "eighteen", "one hundred twenty"; whole numbers from 0 to 999,999,999,999.</summary>
    public static Formatter Words(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is NumberShape, "words", "a whole number", input);
        Formatters.RequireNone("words", arguments);
        return Text(value => NumberWords.Spell(RequireWhole("words", value)));
    }

    /// <summary><c>plural:"month","months"</c>: one form for 1, the other for every other number, by a number or the length of a list.</summary>
    public static Formatter Plural(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is NumberShape or ListShape, "plural", "a number or a list", input);
        if (arguments is not [string one, string many])
        {
            throw new FormatException("The formatter \"plural\" takes two texts, such as plural:\"month\",\"months\".");
        }

        return new Formatter(TextShape.Instance, value => Count(value!) == 1 ? one : many);
    }

    /// <summary>A number without separators and without decimals that say nothing.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static decimal Count(object value) =>
        value is IEnumerable list ? list.Cast<object>().Count() : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static long RequireWhole(string name, decimal value) =>
        value == decimal.Truncate(value) && value is >= 0 and <= NumberWords.Maximum
            ? (long)value
            : throw new FormatException($"The formatter \"{name}\" takes whole numbers from 0 to 999,999,999,999, and this is {Plain(value)}.");

    private static string OrdinalSuffix(long value) => (value % 100, value % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };

    private static Formatter Text(Func<decimal, string> format) =>
        new(TextShape.Instance, value => format(Convert.ToDecimal(value, CultureInfo.InvariantCulture)));
}
