using System.Security;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Short ways to write what templates are made of.</summary>
internal static class Xml
{
    public const string Bold = "<w:b/>";

    public static string T(string text) => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t>";

    public static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>")}{T(text)}</w:r>";

    public static string P(params string[] texts) => string.Concat(texts.Select(text => Runs(R(text))));

    public static string Runs(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    public static string Listed(int list, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{R(text)}</w:p>";

    public static string Styled(string style, string text) => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{R(text)}</w:p>";

    /// <summary>A cell, of paragraphs or nested tables.</summary>
    public static string Cell(params string[] blocks) => $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{string.Concat(blocks)}</w:tc>";

    /// <summary>A row with a paragraph of text in each cell.</summary>
    public static string Row(params string[] texts) => RowOf([.. texts.Select(text => Cell(P(text)))]);

    public static string RowOf(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Table(params string[] rows) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
        + $"{string.Concat(rows)}</w:tbl>";

    public static string Bookmark(int id, string name, string content) =>
        $"<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{content}<w:bookmarkEnd w:id=\"{id}\"/>";

    /// <summary>A drawing of an image, by the id of its relationship.</summary>
    public static string Image(string relationship, int id = 7) =>
        "<w:r><w:drawing><wp:inline><wp:extent cx=\"100\" cy=\"100\"/>"
        + $"<wp:docPr id=\"{id}\" name=\"Logo\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        + "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"Logo\"/><pic:cNvPicPr/></pic:nvPicPr>"
        + $"<pic:blipFill><a:blip r:embed=\"{relationship}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"100\" cy=\"100\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    /// <summary>A text box, as Word writes it for new and for old readers.</summary>
    public static string TextBox(string paragraphs) =>
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"100\" cy=\"100\"/>"
        + "<wp:docPr id=\"3\" name=\"Box\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
        + $"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        + $"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

    /// <summary>A list definition of one level, numbered (a), (b), …, and its instance.</summary>
    public static (string Definition, string Instance) List(int id, string pattern = "(%1)", string style = "") =>
        ($"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/>"
            + $"{style}<w:lvlText w:val=\"{pattern}\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>",
            $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>");
}
