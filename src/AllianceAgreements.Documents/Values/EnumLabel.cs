using System.Text;

namespace AllianceAgreements.Documents.Values;

/// <summary><c>label</c>: a name of an enumeration in words; "BackgroundOwner" is "background owner", "SemiAnnually" is "semi-annually".</summary>
internal static class EnumLabel
{
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal) { "Co", "Non", "Semi" };

    public static Formatter Create(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is EnumShape, "label", "one of a set of names", input);
        Formatters.RequireNone("label", arguments);
        return new Formatter(TextShape.Instance, value => Spell(value!.ToString()!));
    }

    /// <summary>A name in Pascal case as words in small letters, a prefix joined by a hyphen.</summary>
    public static string Spell(string name)
    {
        var words = new StringBuilder();
        var start = 0;
        for (var end = 1; end <= name.Length; end++)
        {
            if (end == name.Length || char.IsAsciiLetterUpper(name[end]))
            {
                var word = name[start..end];
                words.Append(word.ToLowerInvariant());
                words.Append(end == name.Length ? "" : Prefixes.Contains(word) ? "-" : " ");
                start = end;
            }
        }

        return words.ToString();
    }
}
