using AllianceAgreements.Documents.Tests.Packages;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class TableTests
{
    private const string Lines = "<w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>";

    [Fact]
    public void Html_HeaderRows_BecomeColumnHeadings() =>
        Assert.Equal(
            "<table class=\"grid\"><thead><tr><th scope=\"col\"><p>Party</p></th><th colspan=\"2\" scope=\"colgroup\"><p>Kind</p></th><td></td></tr></thead>"
            + "<tbody><tr><td><p>a</p></td></tr></tbody></table>",
            Without(PreviewHtml.OfBody(Table(Lines, Header(Cell("Party"), Cell("Kind", "<w:gridSpan w:val=\"2\"/>"), "<w:tc><w:p/></w:tc>"), Row(Cell("a"))))));

    [Fact]
    public void Html_WideTable_ScrollsAndHasAName() =>
        Assert.StartsWith(
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Ledger &quot;A&quot;\"><table class=\"grid\">",
            PreviewHtml.OfBody(Table(
                Lines.Replace("</w:tblPr>", "<w:tblCaption w:val=\"Ledger &quot;A&quot;\"/></w:tblPr>", StringComparison.Ordinal),
                Row(Cell("1"), Cell("2"), Cell("3"), Cell("4")))), StringComparison.Ordinal);

    [Fact]
    public void Html_VerticalMerge_ReachesDown() =>
        Assert.Equal(
            "<table class=\"plain\"><tbody><tr><td rowspan=\"3\"><p>a</p></td><td><p>1</p></td></tr><tr><td><p>2</p></td></tr><tr><td><p>3</p></td></tr>"
            + "<tr><td><p>b</p></td><td><p>4</p></td></tr></tbody></table>",
            PreviewHtml.OfBody(Table("",
                Row(Cell("a", "<w:vMerge w:val=\"restart\"/>"), Cell("1")),
                Row(Cell("", "<w:vMerge/>"), Cell("2")),
                Row(Cell("", "<w:vMerge w:val=\"continue\"/>"), Cell("3")),
                Row(Cell("b", "<w:vMerge w:val=\"restart\"/>"), Cell("4")))));

    [Fact]
    public void Html_MergeFromHeadIntoBody_EndsWithTheHead() =>
        Assert.Equal(
            "<table class=\"plain\"><thead><tr><th scope=\"col\"><p>a</p></th></tr></thead><tbody><tr><td></td></tr></tbody></table>",
            PreviewHtml.OfBody(Table("", Header(Cell("a", "<w:vMerge w:val=\"restart\"/>")), Row("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"))));

    [Fact]
    public void Html_MergeOfAnotherWidth_IsNone() =>
        Assert.DoesNotContain("rowspan", PreviewHtml.OfBody(Table("",
            Row(Cell("a", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>")), Row(Cell("b", "<w:vMerge/>"), Cell("c")))), StringComparison.Ordinal);

    [Fact]
    public void Html_RowThatBeginsLater_KeepsItsColumns() =>
        Assert.Equal(
            "<table class=\"plain\"><tbody><tr><td colspan=\"2\"></td><td><p>a</p></td><td></td></tr></tbody></table>",
            PreviewHtml.OfBody(Table("", $"<w:tr><w:trPr><w:gridBefore w:val=\"2\"/><w:gridAfter w:val=\"1\"/></w:trPr>{Cell("a")}</w:tr>")));

    [Fact]
    public void Html_TableInACell_StaysInside() =>
        Assert.Equal(
            "<table class=\"plain\"><tbody><tr><td><table class=\"plain\"><tbody><tr><td><p>a</p></td></tr></tbody></table></td></tr></tbody></table>",
            PreviewHtml.OfBody(Table("", Row($"<w:tc>{Table("", Row(Cell("a")))}<w:p/></w:tc>"))));

    [Fact]
    public void Html_LinesOfAStyle_CountUnlessTheTableSaysOtherwise()
    {
        const string Style = "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr></w:style>";
        const string Use = "<w:tblPr><w:tblStyle w:val=\"Grid\"/></w:tblPr>";
        const string None = "<w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblBorders><w:top w:val=\"nil\"/></w:tblBorders></w:tblPr>";

        Assert.Contains("class=\"grid\"", PreviewHtml.Of(new WordFile { Styles = Style, Body = Table(Use, Row(Cell("a"))) }), StringComparison.Ordinal);
        Assert.Contains("class=\"plain\"", PreviewHtml.Of(new WordFile { Styles = Style, Body = Table(None, Row(Cell("a"))) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_HeadingAndPageBreakInACell_AreText() =>
        Assert.Equal(
            "<table class=\"plain\"><tbody><tr><td><p>a</p></td></tr></tbody></table><p>b</p>",
            PreviewHtml.OfBody(Table("", Row($"<w:tc>{Paragraph("a", "<w:pageBreakBefore/><w:outlineLvl w:val=\"0\"/>")}</w:tc>")) + Paragraph("b")));

    private static string Table(string properties, params string[] rows) => $"<w:tbl>{properties}{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Header(params string[] cells) => $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    /// <summary>The table without what lets it scroll.</summary>
    private static string Without(string html) => html[html.IndexOf("<table", StringComparison.Ordinal)..(html.IndexOf("</table>", StringComparison.Ordinal) + 8)];
}
