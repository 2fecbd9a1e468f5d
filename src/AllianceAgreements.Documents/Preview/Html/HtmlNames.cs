using System.Text;

namespace AllianceAgreements.Documents.Preview.Html;

/// <summary>How tags and classes are written.</summary>
internal static class HtmlNames
{
    private static readonly string[] Tags = [.. Enum.GetNames<Tag>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Classes = [.. Enum.GetNames<ClassName>().Select(Hyphenate)];

    public static IReadOnlyCollection<string> AllTags => Tags;

    public static IReadOnlyCollection<string> AllClasses => Classes;

    public static string Of(Tag tag) => Tags[(int)tag];

    public static string Of(ClassName name) => Classes[(int)name];

    private static string Hyphenate(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (var character in name)
        {
            if (text.Length > 0 && !char.IsAsciiLetterLower(character))
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}
