using System.Xml.Linq;

namespace AllianceAgreements.Documents.Templates;

/// <summary>Names of WordprocessingML and its neighbours; ECMA-376 part 1.</summary>
internal static class Word
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace StrictMain = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";

    public static readonly XName Body = Main + "body";
    public static readonly XName BookmarkEnd = Main + "bookmarkEnd";
    public static readonly XName BookmarkStart = Main + "bookmarkStart";
    public static readonly XName Cell = Main + "tc";
    public static readonly XName ContentControl = Main + "sdt";
    public static readonly XName ContentControlContent = Main + "sdtContent";
    public static readonly XName ContentControlProperties = Main + "sdtPr";
    public static readonly XName EndnoteReference = Main + "endnoteReference";
    public static readonly XName FieldCharacter = Main + "fldChar";
    public static readonly XName FieldCode = Main + "instrText";
    public static readonly XName FootnoteReference = Main + "footnoteReference";
    public static readonly XName Id = Main + "id";
    public static readonly XName ListId = Main + "numId";
    public static readonly XName NameAttribute = Main + "name";
    public static readonly XName Paragraph = Main + "p";
    public static readonly XName ParagraphProperties = Main + "pPr";
    public static readonly XName Row = Main + "tr";
    public static readonly XName Run = Main + "r";
    public static readonly XName RunProperties = Main + "rPr";
    public static readonly XName RunStyle = Main + "rStyle";
    public static readonly XName SectionProperties = Main + "sectPr";
    public static readonly XName StyleId = Main + "styleId";
    public static readonly XName Table = Main + "tbl";
    public static readonly XName Text = Main + "t";
    public static readonly XName TextBox = Main + "txbxContent";
    public static readonly XName Value = Main + "val";

    /// <summary>The <c>w:val</c> of a child element; null when there is none.</summary>
    public static string? ValueOf(XElement? element) => (string?)element?.Attribute(Value);

    /// <summary>The text of a paragraph, tags as written, without the paragraphs inside its text boxes.</summary>
    public static string TextOf(XElement paragraph)
    {
        var texts = paragraph.Descendants()
            .Where(element => element is TagElement || element.Name == Text)
            .Where(element => element.Ancestors(Paragraph).First() == paragraph)
            .Select(element => element is TagElement tag ? tag.Place.Source : element.Value);
        return string.Concat(texts);
    }
}
