namespace AllianceAgreements.Documents.Values;

/// <summary>A formatter as it stands in a tag, its arguments checked.</summary>
/// <param name="Result">What comes out.</param>
/// <param name="Apply">Formats a value. Gets null, for an absent value, only when <paramref name="TakesAbsent"/>.</param>
/// <param name="TakesAbsent">Whether it makes something of an absent value; else absent stays absent.</param>
internal sealed record Formatter(Shape Result, Func<object?, object?> Apply, bool TakesAbsent = false);

/// <summary>Finds formatters by name.</summary>
internal static class Formatters
{
    private static readonly Dictionary<string, Func<Shape, IReadOnlyList<object>, Formatter>> ByName = new(StringComparer.Ordinal)
    {
        ["a"] = GrammarFormatters.IndefiniteArticle,
        ["country"] = CountryFormatter.Create,
        ["date"] = DateFormatter.Create,
        ["default"] = TextFormatters.Default,
        ["label"] = EnumLabel.Create,
        ["list"] = ListFormatter.Create,
        ["lower"] = TextFormatters.Lower,
        ["money"] = MoneyFormatter.Create,
        ["number"] = NumberFormatters.Number,
        ["ordinal"] = NumberFormatters.Ordinal,
        ["percent"] = NumberFormatters.Percent,
        ["phrase"] = GrammarFormatters.Phrase,
        ["plural"] = NumberFormatters.Plural,
        ["sentence"] = GrammarFormatters.Sentence,
        ["the"] = GrammarFormatters.DefiniteArticle,
        ["title"] = TextFormatters.Title,
        ["upper"] = TextFormatters.Upper,
        ["words"] = NumberFormatters.Words,
    };

    /// <summary>The formatter for values of a shape.</summary>
    /// <exception cref="FormatException">There is none of that name, or it does not take such values or arguments.</exception>
    public static Formatter Find(string name, Shape input, IReadOnlyList<object> arguments)
    {
        if (!ByName.TryGetValue(name, out var create))
        {
            throw new FormatException($"There is no formatter \"{name}\"; there are {string.Join(", ", ByName.Keys)}.");
        }

        return input is UnknownShape ? new Formatter(input, value => value) : create(input, arguments);
    }

    /// <summary>Refuses a value of another kind.</summary>
    public static void Require(bool isFit, string name, string expected, Shape input)
    {
        if (!isFit)
        {
            throw new FormatException($"The formatter \"{name}\" takes {expected}, and this is {input.Description}.");
        }
    }

    /// <summary>Refuses arguments.</summary>
    public static void RequireNone(string name, IReadOnlyList<object> arguments)
    {
        if (arguments.Count > 0)
        {
            throw new FormatException($"The formatter \"{name}\" takes no argument.");
        }
    }

    /// <summary>The one argument, or the one it stands for when there is none, of those that are possible.</summary>
    public static string Choose(string name, IReadOnlyList<object> arguments, params ReadOnlySpan<string> possible) => arguments switch
    {
        [] => possible[0],
        [string argument] when possible.Contains(argument) => argument,
        _ => throw new FormatException($"The formatter \"{name}\" takes one of these arguments: {string.Join(", ", possible.ToArray().Select(argument => $"\"{argument}\""))}."),
    };
}
