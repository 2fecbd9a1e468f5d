using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Rendering.References;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Puts bookmarks around the headings that cross-references name by their text.</summary>
internal sealed class HeadingMarks(Compilation compilation)
{
    private XElement? _first;
    private XElement? _last;
    private Bookmark? _bookmark;

    /// <summary>Looks at a paragraph before its content is compiled.</summary>
    public void Prepare(XElement paragraph)
    {
        if (_bookmark is not null || !compilation.IsText || compilation.OpenFields > 0 || !compilation.References.Any)
        {
            return;
        }

        var content = paragraph.Elements().Where(child => child.Name != Word.ParagraphProperties).ToList();
        var first = content.FindIndex(IsTitle);
        var last = content.FindLastIndex(IsTitle);
        var marked = first < 0 ? content : content.GetRange(first, last - first + 1);
        var text = string.Concat(marked.Descendants(Word.Text).Select(piece => piece.Value));
        if (marked.Count == 0 || !compilation.References.IsWanted(text) || marked.Any(child => child.DescendantsAndSelf().Any(element => element is TagElement)))
        {
            return;
        }

        var key = TargetName.OfHeading(text);
        compilation.References.AddTarget(key);
        (_first, _last) = (marked[0], marked[^1]);
        _bookmark = new Bookmark(TargetName.BookmarkOf(text), key, compilation.Source) { Rank = first < 0 ? 0 : 1 };
    }

    /// <summary>Comes before a child of the paragraph.</summary>
    public void Start(XElement child)
    {
        if (child == _first)
        {
            _bookmark!.StartBranch = _bookmark.EndBranch = compilation.Branch;
            compilation.Output.Add(new BookmarkStartNode(_bookmark));
        }
    }

    /// <summary>Comes behind a child of the paragraph.</summary>
    public void End(XElement child)
    {
        if (child == _last)
        {
            compilation.Output.Add(new BookmarkEndNode(_bookmark!));
            (_first, _last, _bookmark) = (null, null, null);
        }
    }

    private static bool IsTitle(XElement child) =>
        child.Name == Word.Run && Word.ValueOf(child.Element(Word.RunProperties)?.Element(Word.RunStyle)) == Heading.TitleStyle;
}
