using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Tests.Packages;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class BlockTests
{
    [Theory]
    [InlineData("<w:outlineLvl w:val=\"0\"/>", "<h2 id=\"heading-1\">x</h2>")]
    [InlineData("<w:outlineLvl w:val=\"3\"/>", "<h5 id=\"heading-1\">x</h5>")]
    [InlineData("<w:outlineLvl w:val=\"8\"/>", "<h5 id=\"heading-1\">x</h5>")]
    [InlineData("<w:outlineLvl w:val=\"9\"/>", "<p>x</p>")]
    [InlineData("<w:pStyle w:val=\"heading 2\"/>", "<h3 id=\"heading-1\">x</h3>")]
    [InlineData("<w:pStyle w:val=\"Sub\"/>", "<h3 id=\"heading-1\">x</h3>")]
    [InlineData("<w:pStyle w:val=\"Part Heading\"/>", "<h2 id=\"heading-1\">x</h2>")]
    [InlineData("<w:pStyle w:val=\"Sub Heading\"/>", "<h3 id=\"heading-1\">x</h3>")]
    [InlineData("<w:pStyle w:val=\"Title\"/>", "<p class=\"title\" id=\"cover-1\">x</p>")]
    [InlineData("<w:pStyle w:val=\"toc 2\"/>", "<p class=\"toc level-2\">x</p>")]
    [InlineData("<w:jc w:val=\"center\"/>", "<p class=\"center\">x</p>")]
    [InlineData("<w:jc w:val=\"right\"/>", "<p class=\"end\">x</p>")]
    [InlineData("<w:ind w:left=\"720\"/>", "<p class=\"indent-1\">x</p>")]
    [InlineData("<w:ind w:start=\"9000\"/>", "<p class=\"indent-4\">x</p>")]
    [InlineData("<w:ind w:left=\"-720\"/>", "<p>x</p>")]
    [InlineData("<w:jc w:val=\"left\"/><w:pPrChange><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:pPrChange>", "<p class=\"reformatted\"><span class=\"spoken\">paragraph formatting changed: </span>x</p>")]
    public void Html_ParagraphProperties_ChooseTheElement(string properties, string expected) =>
        Assert.Equal(expected, PreviewHtml.Of(new WordFile
        {
            Styles = Style("heading 2", "") + Style("Sub", "<w:basedOn w:val=\"heading 2\"/>") + Style("Title", "<w:rPr><w:b/></w:rPr>") + Style("toc 2", "")
                + Style("Part Heading", "") + Style("Sub Heading", "<w:basedOn w:val=\"heading 2\"/>"),
            Body = Paragraph("x", properties),
        }));

    [Fact]
    public void Html_EmptyParagraphs_AreLeftOut() =>
        Assert.Equal("<p>x</p>", PreviewHtml.OfBody($"<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>{Paragraph("x")}"));

    [Theory]
    [InlineData("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")]
    [InlineData("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>")]
    public void Html_PageBreaks_ShowOnceBetweenBlocks(string separator) =>
        Assert.Equal("<p>a</p><hr class=\"page\"/><p>b</p>", PreviewHtml.OfBody(separator + Paragraph("a") + separator + Paragraph("b") + separator));

    [Fact]
    public void Html_ContinuousSection_IsNoPageBreak() =>
        Assert.Equal("<p>a</p><p>b</p>", PreviewHtml.OfBody(
            Paragraph("a", "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>") + Paragraph("b")));

    [Theory]
    [InlineData("", "<span class=\"tab\">&#x9;</span><span class=\"tab line\">&#x9;</span>")]
    [InlineData("<w:tabs><w:tab w:val=\"clear\" w:pos=\"700\"/></w:tabs>", "<span class=\"tab line\">&#x9;</span><span class=\"tab\">&#x9;</span>")]
    [InlineData("<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"5200\"/></w:tabs>", "<span class=\"tab\">&#x9;</span><span class=\"tab\">&#x9;</span>")]
    public void Html_TabsThatDrawALine_SaySo(string direct, string expected) =>
        Assert.Equal($"<p>By:{expected}</p>", PreviewHtml.Of(new WordFile
        {
            Styles = Style("Rule", "<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"700\"/><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"5200\"/></w:tabs></w:pPr>"),
            Body = $"<w:p><w:pPr><w:pStyle w:val=\"Rule\"/>{direct}</w:pPr>{Run("By:")}<w:r><w:tab/><w:tab/></w:r></w:p>",
        }));

    [Fact]
    public void Html_LineAlone_IsShown() =>
        Assert.Equal("<p><span class=\"tab line\">&#x9;</span></p>", PreviewHtml.OfBody(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"5200\"/></w:tabs></w:pPr><w:r><w:tab/></w:r></w:p>"));

    [Fact]
    public void Html_TextBox_FollowsItsParagraph() =>
        Assert.Equal("<p>a</p><div class=\"box\"><p>b</p></div>", PreviewHtml.OfBody(
            $"<w:p>{Run("a")}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{Paragraph("b")}</w:txbxContent></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><w:txbxContent>{Paragraph("b")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"));

    [Fact]
    public void Html_ContentControls_KeepTheirBlocks() =>
        Assert.Equal("<p>a</p>", PreviewHtml.OfBody($"<w:sdt><w:sdtPr/><w:sdtContent>{Paragraph("a")}</w:sdtContent></w:sdt>"));

    [Fact]
    public void ToHtml_StrictDocument_IsReadAlike()
    {
        var strict = new WordFile()
            .With("word/strict.xml", "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r></w:p></w:body></w:document>")
            .ToBytes(mainPart: "word/strict.xml");

        Assert.Equal("<p><strong>x</strong></p>", new WordPreview().ToHtml(strict));
    }

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml")]
    public void ToHtml_OtherKindOfPackage_SaysSo(string type) =>
        Assert.Contains("not a Word document", Assert.Throws<InvalidDataException>(
            () => new WordPreview().ToHtml(new WordFile { MainContentType = type }.ToBytes())).Message, StringComparison.Ordinal);

    [Fact]
    public void ToHtml_TablesWithoutEnd_SaysSo()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 20_000));

        Assert.Contains("nested", Assert.Throws<InvalidDataException>(() => PreviewHtml.OfBody(deep)).Message, StringComparison.Ordinal);
    }
}
