using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>Where comments stand in a text: a reference, which can be tracked with its run, and two marks around what is commented on, which cannot.</summary>
internal static class CommentMarks
{
    private static readonly XName Start = Word.Main + "commentRangeStart";
    private static readonly XName End = Word.Main + "commentRangeEnd";

    /// <summary>Whether an element marks the beginning or the end of what is commented on.</summary>
    public static bool IsRange(XElement element) => element.Name == Start || element.Name == End;

    /// <summary>Lets references say whose comment they lead to, so that one is not taken for another's.</summary>
    /// <param name="texts">The text of a document.</param>
    /// <param name="comments">Its comments.</param>
    public static void Sign(IEnumerable<XElement> texts, IEnumerable<XElement> comments)
    {
        var signatures = comments.ToLookup(IdOf, comment => $"{(string?)comment.Attribute(Word.Main + "author")}\n{(string?)comment.Attribute(Word.Main + "date")}", StringComparer.Ordinal);
        foreach (var reference in texts.SelectMany(text => text.Descendants(Names.CommentReference)))
        {
            reference.SetAttributeValue(Origins.Comment, signatures[IdOf(reference)].FirstOrDefault());
        }
    }

    /// <summary>Takes identities off paragraphs, which those of the other document may have, too.</summary>
    public static void DropIdentities(IEnumerable<XElement> comments) =>
        comments.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == Word.Word2010 && attribute.Name.LocalName is "paraId" or "textId").Remove();

    /// <summary>Removes marks of comments that are not there, and halves: a comment without marks stands where its reference does.</summary>
    public static void DropTorn(XElement text)
    {
        var referred = text.Descendants(Names.CommentReference).Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var marks = text.Descendants().Where(IsRange).ToLookup(IdOf, StringComparer.Ordinal);
        foreach (var range in marks.Where(range => !referred.Contains(range.Key) || !range.Select(mark => mark.Name).SequenceEqual([Start, End])))
        {
            range.Remove();
        }
    }

    private static string IdOf(XElement element) => (string?)element.Attribute(Word.Id) ?? "";
}
