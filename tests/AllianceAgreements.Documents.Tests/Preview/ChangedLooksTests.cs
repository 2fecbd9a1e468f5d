using AllianceAgreements.Documents.Tests.Packages;
using AllianceAgreements.Documents.Tests.Redline;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Preview;

/// <summary>Tracked changes that are not of text: of formatting, of rows and cells, of where paragraphs end.</summary>
public sealed class ChangedLooksTests
{
    private const string Former = "<w:rPrChange w:id=\"1\" w:author=\"x\"><w:rPr/></w:rPrChange>";
    private const string FormerParagraph = "<w:pPrChange w:id=\"1\" w:author=\"x\"><w:pPr/></w:pPrChange>";

    private const string Grid = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>";

    [Fact]
    public void Html_TextThatLooksOtherwise_SaysSoOnce() =>
        Assert.Equal(
            "<p>a<span class=\"reformatted\"><span class=\"spoken\">formatting changed: </span><strong>b</strong>c</span></p>",
            PreviewHtml.OfBody($"<w:p>{Run("a")}{Run("b", $"<w:b/>{Former}")}{Run("c", Former)}</w:p>"));

    [Fact]
    public void Html_InsertedTextWithFormerLook_IsOnlyInserted() =>
        Assert.Equal(
            "<p><ins><span class=\"spoken\">inserted: </span>a</ins></p>",
            PreviewHtml.OfBody($"<w:p><w:ins>{Run("a", Former)}</w:ins></w:p>"));

    [Theory]
    [InlineData("", "<p class=\"reformatted\"><span class=\"spoken\">paragraph formatting changed: </span>a</p>")]
    [InlineData("<w:rPr><w:ins/></w:rPr>", "<p>a<ins class=\"break\"><span class=\"spoken\"> inserted paragraph break</span></ins></p>")]
    public void Html_ParagraphThatLooksOtherwise_SaysSoUnlessItIsNew(string mark, string expected) =>
        Assert.Equal(expected, PreviewHtml.OfBody(Paragraph("a", mark + FormerParagraph)));

    [Theory]
    [InlineData("ins", "<w:ins>", "</w:ins>", "<p><ins><span class=\"spoken\">inserted: </span>a</ins></p>")]
    [InlineData("del", "", "", "<p>a<del class=\"break\"><span class=\"spoken\"> deleted paragraph break</span></del></p>")]
    [InlineData("del", "<w:ins>", "</w:ins>", "<p><ins><span class=\"spoken\">inserted: </span>a</ins><del class=\"break\"><span class=\"spoken\"> deleted paragraph break</span></del></p>")]
    public void Html_EndOfParagraph_IsMarkedWhereTextWasSplitOrJoined(string mark, string start, string end, string expected) =>
        Assert.Equal(expected, PreviewHtml.OfBody($"<w:p><w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>{start}{Run("a")}{end}</w:p>"));

    [Theory]
    [InlineData("<w:ins w:id=\"1\"/>", "inserted", "inserted row: ")]
    [InlineData("<w:del w:id=\"1\"/>", "deleted", "deleted row: ")]
    [InlineData("<w:cantSplit/><w:trPrChange w:id=\"1\"><w:trPr/></w:trPrChange>", "reformatted", "row formatting changed: ")]
    public void Html_ChangedRow_IsMarkedAndSaidInItsFirstCell(string properties, string mark, string words) =>
        Assert.Equal(
            $"<table class=\"plain\"><tbody><tr class=\"{mark}\"><td><span class=\"spoken\">{words}</span><p>a</p></td><td></td></tr><tr><td><p>b</p></td><td></td></tr></tbody></table>",
            PreviewHtml.OfBody(Table($"<w:tr><w:trPr>{properties}</w:trPr>{Cell("a")}{Cell("")}</w:tr><w:tr>{Cell("b")}{Cell("")}</w:tr>")));

    [Theory]
    [InlineData("<w:cellIns w:id=\"1\"/>", "inserted", "inserted cell: ")]
    [InlineData("<w:cellDel w:id=\"1\"/>", "deleted", "deleted cell: ")]
    [InlineData("<w:tcPrChange w:id=\"1\"><w:tcPr/></w:tcPrChange>", "reformatted", "cell formatting changed: ")]
    public void Html_ChangedCell_IsMarkedAndSaid(string properties, string mark, string words) =>
        Assert.Equal(
            $"<table class=\"plain\"><tbody><tr><td><p>a</p></td><td class=\"{mark}\"><span class=\"spoken\">{words}</span><p>b</p></td></tr></tbody></table>",
            PreviewHtml.OfBody(Table($"<w:tr>{Cell("a")}{Cell("b", properties)}</w:tr>")));

    [Theory]
    [InlineData("<w:tblPr><w:tblPrChange w:id=\"1\"><w:tblPr/></w:tblPrChange></w:tblPr>")]
    [InlineData("<w:tblGrid><w:gridCol/><w:tblGridChange w:id=\"1\"><w:tblGrid/></w:tblGridChange></w:tblGrid>")]
    public void Html_ChangedTable_SaysSoAboveIt(string properties) =>
        Assert.StartsWith(
            "<p class=\"remark\">The formatting of this table was changed.</p><table",
            PreviewHtml.OfBody(Table($"{properties}<w:tr>{Cell("a")}</w:tr>")), StringComparison.Ordinal);

    /// <summary>What the comparison writes is what the preview shows: a row more, a clause that became a heading, a word in bold.</summary>
    [Fact]
    public void Html_RedlineOfLooks_ShowsEachOfThem()
    {
        var before = File(Paragraph("Purpose") + Paragraph("The Alliance") + Table($"{Grid}<w:tr>{Cell("a")}</w:tr>"));
        var after = File(Paragraph("Purpose", "<w:pStyle w:val=\"Heading1\"/>") + $"<w:p>{Run("The ")}{Run("Alliance", "<w:b/>")}</w:p>" + Table($"{Grid}<w:tr>{Cell("a")}</w:tr><w:tr>{Cell("b")}</w:tr>"));

        var html = PreviewHtml.OfFile(RedlineLaw.AssertHolds(before, after));

        Assert.Contains("<h2 class=\"reformatted\" id=\"heading-1\"><span class=\"spoken\">paragraph formatting changed: </span>Purpose</h2>", html, StringComparison.Ordinal);
        Assert.Contains("The <span class=\"reformatted\"><span class=\"spoken\">formatting changed: </span><strong>Alliance</strong></span>", html, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"inserted\"><td><span class=\"spoken\">inserted row: </span>", html, StringComparison.Ordinal);
    }

    private static byte[] File(string body) => new WordFile { Body = body + "<w:p/>", Styles = Style("Heading1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>") }.ToBytes();

    private static string Table(string content) => $"<w:tbl>{content}</w:tbl>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{(text.Length == 0 ? "<w:p/>" : Paragraph(text))}</w:tc>";
}
