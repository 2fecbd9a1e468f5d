using System.Text;

namespace AllianceAgreements.Documents.Values;

/// <summary>Formatters that fit a text of the request into an English sentence.</summary>
internal static class GrammarFormatters
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
        { "co.", "corp.", "etc.", "inc.", "ltd.", "no.", "plc.", "st." };

    /// <summary><c>a</c>: "a nonprofit corporation", "an academic medical center".</summary>
    public static Formatter IndefiniteArticle(Shape input, IReadOnlyList<object> arguments) => Create("a", input, arguments, AddIndefinite);

    /// <summary><c>the</c>: "the State of Minnesota", but "England and Wales".</summary>
    public static Formatter DefiniteArticle(Shape input, IReadOnlyList<object> arguments) => Create("the", input, arguments, AddDefinite);

    /// <summary><c>sentence</c>: a capital letter at the start and one full stop at the end.</summary>
    public static Formatter Sentence(Shape input, IReadOnlyList<object> arguments) => Create("sentence", input, arguments, text =>
    {
        var trimmed = text.Trim();
        var isOpen = trimmed.Length > 0 && !(trimmed.TrimEnd('"', '\'', '\u201D', '\u2019', ')') is [.., '.' or '!' or '?' or '\u2026']);
        return Capitalise(trimmed) + (isOpen ? "." : "");
    });

    /// <summary><c>phrase</c>: without the full stop at the end, unless it belongs to an abbreviation.</summary>
    public static Formatter Phrase(Shape input, IReadOnlyList<object> arguments) => Create("phrase", input, arguments, text =>
    {
        var trimmed = text.Trim();
        var last = trimmed[(trimmed.LastIndexOf(' ') + 1)..];
        var isStop = last is [.., not '.', '.'] && !Abbreviations.Contains(last) && !last[..^1].Contains('.', StringComparison.Ordinal);
        return isStop ? trimmed[..^1] : trimmed;
    });

    private static Formatter Create(string name, Shape input, IReadOnlyList<object> arguments, Func<string, string> change)
    {
        Formatters.Require(PlainText.Has(input), name, "a plain value", input);
        Formatters.RequireNone(name, arguments);
        return new Formatter(TextShape.Instance, value => change(PlainText.Of(value!)));
    }

    private static string Capitalise(string text) =>
        Rune.TryGetRuneAt(text.Length > 0 ? text : " ", 0, out var first) && text.Length > 0
            ? Rune.ToUpperInvariant(first) + text[first.Utf16SequenceLength..]
            : text;

    private static string AddIndefinite(string text) => $"{(StartsWithVowelSound(text) ? "an" : "a")} {text}";

    private static bool StartsWithVowelSound(string text)
    {
        var word = new string([.. text.TakeWhile(char.IsLetter)]);
        if (word.Length > 0 && word.All(char.IsUpper))
        {
            // Spelled letter by letter: an LLC, an NHS trust, a UK company.
            return "AEFHILMNORSX".Contains(word[0], StringComparison.Ordinal);
        }

        var lower = word.ToLowerInvariant();
        string[] silent = ["heir", "honest", "honor", "honour", "hour"];
        string[] consonants = ["eu", "one", "once", "ubiq", "unanim", "unif", "union", "uniq", "unit", "univers", "use", "usu", "util"];
        return silent.Any(start => lower.StartsWith(start, StringComparison.Ordinal))
            || (lower.Length > 0 && "aeiou".Contains(lower[0], StringComparison.Ordinal)
                && !consonants.Any(start => lower.StartsWith(start, StringComparison.Ordinal)));
    }

    private static string AddDefinite(string text)
    {
        string[] forms =
        [
            "Canton", "Commonwealth", "District", "Dominion", "Duchy", "Emirate", "Free State", "Isle", "Kingdom", "Prefecture",
            "Principality", "Province", "Region", "Republic", "State", "States", "Sultanate", "Territory", "Union",
        ];
        string[] names = ["Bahamas", "Gambia", "Maldives", "Netherlands", "Philippines", "United Kingdom", "United States"];
        string[] ends = [" Emirates", " Islands", " Kingdom", " Republic", " States", " Territory", " Union"];
        var takesArticle = forms.Any(form => text.StartsWith($"{form} of ", StringComparison.Ordinal) || text.Contains($" {form} of ", StringComparison.Ordinal))
            || names.Any(name => text == name || text.StartsWith($"{name} ", StringComparison.Ordinal))
            || ends.Any(end => text.EndsWith(end, StringComparison.Ordinal));
        return takesArticle && !text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? $"the {text}" : text;
    }
}
