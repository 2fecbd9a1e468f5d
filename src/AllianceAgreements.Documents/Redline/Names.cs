using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>The names that comparing needs besides those of <see cref="Word"/>.</summary>
internal static class Names
{
    public static readonly XName CommentReference = Word.Main + "commentReference";
    public static readonly XName Deleted = Word.Main + "del";
    public static readonly XName DeletedCode = Word.Main + "delInstrText";
    public static readonly XName DeletedText = Word.Main + "delText";
    public static readonly XName Field = Word.Main + "fldSimple";
    public static readonly XName Grid = Word.Main + "tblGrid";
    public static readonly XName Hyperlink = Word.Main + "hyperlink";
    public static readonly XName Inserted = Word.Main + "ins";
    public static readonly XName RowProperties = Word.Main + "trPr";
    public static readonly XName CellProperties = Word.Main + "tcPr";
    public static readonly XName Style = Word.Main + "pStyle";
    public static readonly XName TableProperties = Word.Main + "tblPr";
    public static readonly XName Type = Word.Main + "type";

    private static readonly HashSet<string> Markers = new(StringComparer.Ordinal)
        { "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd" };

    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal)
        { "sdt", "hyperlink", "fldSimple", "smartTag", "customXml", "dir", "bdo" };

    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal)
        { "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tblPrEx", "tcPr" };

    /// <summary>Whether an element only marks a place.</summary>
    public static bool IsMarker(XElement element) => element.Name.Namespace == Word.Main && Markers.Contains(element.Name.LocalName);

    /// <summary>Whether an element holds text in a line and says something of all of it.</summary>
    public static bool IsWrapper(XElement element) => element.Name.Namespace == Word.Main && Wrappers.Contains(element.Name.LocalName);

    /// <summary>Whether an element says how its parent is.</summary>
    public static bool IsProperties(XElement element) => element.Name.Namespace == Word.Main && Properties.Contains(element.Name.LocalName);

    /// <summary>The element that the content of a wrapper stands in; null when it has none.</summary>
    public static XElement? ContentOf(XElement wrapper) =>
        wrapper.Name == Word.ContentControl ? wrapper.Element(Word.ContentControlContent) : wrapper;
}
