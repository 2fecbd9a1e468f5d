using System.Collections;

namespace AllianceAgreements.Documents.Values;

/// <summary><c>list</c>: "A, B and C"; <c>list:"or"</c>: "A, B or C".</summary>
internal static class ListFormatter
{
    public static Formatter Create(Shape input, IReadOnlyList<object> arguments)
    {
        var isPlain = input is ListShape { Item: not (ListShape or ObjectShape or BooleanShape) };
        Formatters.Require(isPlain, "list", "a list of plain values", input);
        var word = Formatters.Choose("list", arguments, "and", "or");
        return new Formatter(TextShape.Instance, value => Join([.. ((IEnumerable)value!).Cast<object>().Select(PlainText.Of)], word));
    }

    private static string Join(string[] items, string word) => items switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} {word} {last}",
    };
}
