using System.Text.RegularExpressions;

namespace AllianceAgreements.Web.Pages.Local;

/// <summary>Finds the links in a text.</summary>
internal static partial class LinkedText
{
    /// <summary>The text in pieces, in order, each a link or not.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Split(string text)
    {
        var start = 0;
        foreach (Match link in Link().Matches(text))
        {
            yield return (text[start..link.Index], false);
            yield return (link.Value, true);
            start = link.Index + link.Length;
        }

        yield return (text[start..], false);
    }

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:)]", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
