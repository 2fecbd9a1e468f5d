using System.Xml.Linq;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates;

/// <summary>Finds tags in comments, where they would vanish with the comment, however Word has split them over runs.</summary>
internal static class CommentTags
{
    /// <summary>A fault for each comment that holds a tag, at the paragraph that it is about.</summary>
    /// <param name="file">The template or clause.</param>
    /// <param name="comments">The root of its comments.</param>
    /// <param name="text">The root of its text, as it was saved.</param>
    public static IEnumerable<TemplateFault> Find(string file, XElement comments, XElement text)
    {
        foreach (var comment in comments.Elements(Word.Main + "comment"))
        {
            var words = string.Concat(comment.Descendants(Word.Text).Select(piece => piece.Value));
            if (words.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var start)
            {
                var end = words.IndexOf("}}", start, StringComparison.Ordinal);
                yield return new TagPlace(file, TagPlace.Shorten(end < 0 ? words[start..] : words[start..(end + 2)]), PlaceOf((string?)comment.Attribute(Word.Id), text))
                    .Fault("A tag cannot stand in a comment; comments are notes to the editors of a template and do not reach drafts.");
            }
        }
    }

    private static string? PlaceOf(string? id, XElement text)
    {
        var paragraph = text.Descendants()
            .Where(mark => mark.Name.LocalName is "commentReference" or "commentRangeStart" && (string?)mark.Attribute(Word.Id) == id)
            .Select(mark => mark.Ancestors(Word.Paragraph).FirstOrDefault() ?? mark.ElementsAfterSelf(Word.Paragraph).FirstOrDefault())
            .FirstOrDefault(found => found is not null);
        return paragraph is null ? null : TagPlace.Shorten(Word.TextOf(paragraph));
    }
}
