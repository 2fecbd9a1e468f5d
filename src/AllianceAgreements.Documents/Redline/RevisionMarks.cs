using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Redline;

/// <summary>Makes the elements that mark tracked changes (ECMA-376 part 1, 17.13.5), each with a number of its own.</summary>
/// <param name="stamp">Who made the changes, and when.</param>
/// <param name="lastId">The highest number that either document gives to bookmarks and the like.</param>
internal sealed class RevisionMarks(RedlineStamp stamp, int lastId)
{
    private const int LongestAuthor = 255;

    private readonly string _author = stamp.Author.Length > LongestAuthor ? stamp.Author[..LongestAuthor] : stamp.Author;
    private readonly string _date = stamp.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    private int _lastId = lastId;

    /// <summary>A number that nothing else has.</summary>
    public int NextId() => ++_lastId;

    /// <summary>The element around inserted or deleted text, or in the properties of a paragraph's mark or a row.</summary>
    public XElement Create(Change change, params object?[] content) =>
        Mark(change == Change.Inserted ? Names.Inserted : Names.Deleted, NextId(), content);

    /// <summary>The element that keeps the properties of the older document ("rPrChange").</summary>
    public XElement Former(string name, params object?[] content) => Mark(Word.Main + name, NextId(), content);

    /// <summary>
    /// The two ranges that mark the beginning and the end of a content control, rather than what is inside, as inserted or deleted
    /// (17.13.5.4 to 17.13.5.7).
    /// </summary>
    public void MarkControl(XElement control, Change change)
    {
        if (Names.ContentOf(control) is not { } content)
        {
            return;
        }

        var (begins, ends) = change == Change.Inserted ? ("customXmlInsRangeStart", "customXmlInsRangeEnd") : ("customXmlDelRangeStart", "customXmlDelRangeEnd");
        var (first, last) = (NextId(), NextId());
        control.AddBeforeSelf(Mark(Word.Main + begins, first));
        content.AddFirst(new XElement(Word.Main + ends, new XAttribute(Word.Id, first)));
        content.Add(Mark(Word.Main + begins, last));
        control.AddAfterSelf(new XElement(Word.Main + ends, new XAttribute(Word.Id, last)));
    }

    private XElement Mark(XName name, int id, params object?[] content) => new(
        name,
        new XAttribute(Word.Id, id),
        new XAttribute(Word.Main + "author", _author),
        new XAttribute(Word.Main + "date", _date),
        content);
}
