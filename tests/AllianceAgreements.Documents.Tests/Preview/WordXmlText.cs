using System.Security;

namespace AllianceAgreements.Documents.Tests.Preview;

/// <summary>Short ways to write WordprocessingML.</summary>
internal static class WordXmlText
{
    public static string Text(string text) => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t>";

    public static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr>{Text(text)}</w:r>";

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{Run(text)}</w:p>";

    /// <summary>A paragraph of a list.</summary>
    public static string Item(int list, int level, string text = "x") =>
        Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Styled(string style, string text = "x") => Paragraph(text, $"<w:pStyle w:val=\"{SecurityElement.Escape(style)}\"/>");

    /// <summary>An abstract list of levels, each "format pattern" with whatever else it has.</summary>
    public static string List(int id, params (string Format, string Pattern, string More)[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\">"
        + string.Concat(levels.Select((level, index) =>
            $"<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{level.Format}\"/>{level.More}"
            + $"<w:lvlText w:val=\"{level.Pattern}\"/></w:lvl>"))
        + "</w:abstractNum>";

    public static string Use(int id, int list, string overrides = "") =>
        $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{list}\"/>{overrides}</w:num>";

    public static string Style(string id, string content, string kind = "paragraph") =>
        $"<w:style w:type=\"{kind}\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/>{content}</w:style>";
}
