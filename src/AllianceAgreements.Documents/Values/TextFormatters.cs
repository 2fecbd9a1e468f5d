using System.Text;

namespace AllianceAgreements.Documents.Values;

/// <summary>Formatters of texts.</summary>
internal static class TextFormatters
{
    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
        { "a", "an", "and", "as", "at", "but", "by", "for", "in", "nor", "of", "on", "or", "the", "to" };

    /// <summary><c>upper</c>: capital letters.</summary>
    public static Formatter Upper(Shape input, IReadOnlyList<object> arguments) =>
        Create("upper", input, arguments, text => text.ToUpperInvariant());

    /// <summary><c>lower</c>: small letters.</summary>
    public static Formatter Lower(Shape input, IReadOnlyList<object> arguments) =>
        Create("lower", input, arguments, text => text.ToLowerInvariant());

    /// <summary><c>title</c>: a capital at the start of each word, except small words such as "of" that are not the first; other letters stay.</summary>
    public static Formatter Title(Shape input, IReadOnlyList<object> arguments) => Create("title", input, arguments, Capitalise);

    /// <summary><c>default:"text"</c>: the text where the value is absent or empty.</summary>
    public static Formatter Default(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(PlainText.Has(input), "default", "a plain value", input);
        return arguments is [string text]
            ? new Formatter(TextShape.Instance, value => value is null or "" ? text : PlainText.Of(value), TakesAbsent: true)
            : throw new FormatException("The formatter \"default\" takes one text, such as default:\"none\".");
    }

    private static Formatter Create(string name, Shape input, IReadOnlyList<object> arguments, Func<string, string> change)
    {
        Formatters.Require(PlainText.Has(input), name, "a plain value", input);
        Formatters.RequireNone(name, arguments);
        return new Formatter(TextShape.Instance, value => change(PlainText.Of(value!)));
    }

    private static string Capitalise(string text)
    {
        var words = text.Split(' ');
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index];
            var isCapitalised = word.Length > 0 && (index == 0 || !SmallWords.Contains(word));
            if (isCapitalised && Rune.TryGetRuneAt(word, 0, out var first))
            {
                words[index] = Rune.ToUpperInvariant(first) + word[first.Utf16SequenceLength..];
            }
        }

        return string.Join(' ', words);
    }
}
