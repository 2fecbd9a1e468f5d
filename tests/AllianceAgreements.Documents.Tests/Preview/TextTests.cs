using AllianceAgreements.Documents.Tests.Packages;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class TextTests
{
    [Theory]
    [InlineData("<w:b/>", "<strong>x</strong>")]
    [InlineData("<w:b w:val=\"0\"/>", "x")]
    [InlineData("<w:i/>", "<em>x</em>")]
    [InlineData("<w:u w:val=\"single\"/>", "<u>x</u>")]
    [InlineData("<w:u w:val=\"none\"/>", "x")]
    [InlineData("<w:strike/>", "<s>x</s>")]
    [InlineData("<w:dstrike/>", "<s>x</s>")]
    [InlineData("<w:caps/>", "<span class=\"caps\">x</span>")]
    [InlineData("<w:smallCaps/>", "<span class=\"small-caps\">x</span>")]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "<sup>x</sup>")]
    [InlineData("<w:vertAlign w:val=\"subscript\"/>", "<sub>x</sub>")]
    [InlineData("<w:b/><w:i/>", "<strong><em>x</em></strong>")]
    [InlineData("<w:rtl/>", "<bdi dir=\"rtl\">x</bdi>")]
    [InlineData("<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>", "<span class=\"reformatted\"><span class=\"spoken\">formatting changed: </span><strong>x</strong></span>")]
    [InlineData("<w:vanish/>", "")]
    public void Html_RunProperties_BecomeElements(string properties, string expected) =>
        Assert.Equal($"<p>{expected}y</p>", PreviewHtml.OfBody($"<w:p>{Run("x", properties)}{Run("y")}</w:p>"));

    [Fact]
    public void Html_RunsThatLookAlike_AreJoined() =>
        Assert.Equal("<p><strong>Alliance</strong> x</p>", PreviewHtml.OfBody($"<w:p>{Run("All", "<w:b/>")}{Run("iance", "<w:b/>")}{Run(" x")}</w:p>"));

    [Theory]
    [InlineData("", "", "<strong>x</strong>")]
    [InlineData("", "<w:b w:val=\"false\"/>", "x")]
    [InlineData("<w:rStyle w:val=\"Strong\"/>", "", "x")]
    [InlineData("<w:rStyle w:val=\"Strong\"/>", "<w:b/>", "<strong>x</strong>")]
    public void Html_BoldOfStyles_TurnsOver(string style, string direct, string expected) =>
        Assert.Equal($"<p>{expected}</p>", PreviewHtml.Of(new WordFile
        {
            Styles = Style("Term", "<w:rPr><w:b/></w:rPr>") + Style("Strong", "<w:rPr><w:b/></w:rPr>", "character"),
            Body = $"<w:p><w:pPr><w:pStyle w:val=\"Term\"/></w:pPr>{Run("x", style + direct)}</w:p>",
        }));

    [Theory]
    [InlineData("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a<br/>b")]
    [InlineData("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a<span class=\"tab\">&#x9;</span>b")]
    [InlineData("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b")]
    [InlineData("<w:r><w:t> a </w:t></w:r>", "a")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>", "☐")]
    [InlineData("<w:hyperlink r:id=\"x\"><w:r><w:t>a</w:t></w:r></w:hyperlink>", "a")]
    [InlineData("<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a")]
    [InlineData("<w:fldSimple w:instr=\"DATE\"><w:r><w:t>a</w:t></w:r></w:fldSimple>", "a")]
    [InlineData("<w:r><w:object><w:t>no</w:t></w:object></w:r>", "<span class=\"image\">[Embedded object]</span>")]
    [InlineData("<w:r><w:drawing><wp:docPr descr=\"Seal &lt;of&gt; X\"/><a:blip xmlns:a=\"a\"/></w:drawing></w:r>", "<span class=\"image\">[Image: Seal &lt;of&gt; X]</span>")]
    [InlineData("<w:r><w:drawing><wp:docPr name=\"Picture 1\"/><a:blip xmlns:a=\"a\"/></w:drawing></w:r>", "<span class=\"image\">[Image]</span>")]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"x\"><w:r><w:t>a</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>b</w:t></w:r></mc:Fallback></mc:AlternateContent>", "a")]
    [InlineData("<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a&#x2B;b")]
    public void Html_RunContent_KeepsWhatReadersSee(string content, string expected) =>
        Assert.Equal($"<p>{expected}</p>", PreviewHtml.OfBody($"<w:p>{content}</w:p>"));

    [Fact]
    public void Html_NestedFields_ShowOnlyTheResult() =>
        Assert.Equal("<p>See 4.2 below.</p>", PreviewHtml.OfBody(
            $"<w:p>{Run("See ")}{Field("begin")}<w:r><w:instrText>IF </w:instrText></w:r>"
            + $"{Field("begin")}<w:r><w:instrText>REF x</w:instrText></w:r>{Field("separate")}{Run("hidden")}{Field("end")}"
            + $"{Field("separate")}{Run("4.2")}{Field("end")}{Run(" below.")}</w:p>"));

    [Fact]
    public void Html_FieldEndsWithoutBeginning_ShowTheText() =>
        Assert.Equal("<p>ab</p>", PreviewHtml.OfBody($"<w:p>{Field("end")}{Field("separate")}{Run("a")}{Field("end")}{Run("b")}</w:p>"));

    [Fact]
    public void Html_TrackedChanges_BecomeInsAndDel() =>
        Assert.Equal("<p>The <del><span class=\"spoken\">deleted: </span><strong>old</strong></del><ins><span class=\"spoken\">inserted: </span>new</ins> rule</p>", PreviewHtml.OfBody(
            $"<w:p>{Run("The ")}<w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>old</w:delText></w:r></w:del>"
            + $"<w:ins><w:sdt><w:sdtContent>{Run("new")}</w:sdtContent></w:sdt></w:ins>{Run(" rule")}</w:p>"));

    [Fact]
    public void Html_RightToLeftParagraph_SaysSo() =>
        Assert.Equal("<p dir=\"rtl\"><bdi dir=\"rtl\">مرحبا</bdi></p>", PreviewHtml.OfBody(
            $"<w:p><w:pPr><w:bidi/></w:pPr>{Run("مرحبا", "<w:rtl/>")}</w:p>"));

    [Fact]
    public void Html_DirectionControls_StayWithTheirText() =>
        Assert.Equal("<p>a<bdi>b\u202Ec</bdi></p>", PreviewHtml.OfBody($"<w:p>{Run("a")}{Run("b\u202Ec")}</w:p>"));

    [Fact]
    public void Html_Notes_FollowTheTextInTheOrderOfTheirMarks() =>
        Assert.Equal(
            "<p>a<sup class=\"note\">1</sup>b<sup class=\"note\">2</sup>c<sup class=\"note\">1</sup></p>"
            + "<section class=\"notes\" aria-label=\"Footnotes\"><ol><li><p>second</p></li><li><p>first</p></li></ol></section>",
            PreviewHtml.Of(new WordFile
            {
                Footnotes = $"<w:footnote w:id=\"0\" w:type=\"separator\">{Paragraph("no")}</w:footnote>"
                    + $"<w:footnote w:id=\"1\">{Paragraph("first")}</w:footnote><w:footnote w:id=\"2\">{Paragraph("second")}</w:footnote>",
                Body = $"<w:p>{Run("a")}{Reference(2)}{Run("b")}{Reference(1)}{Run("c")}{Reference(2)}</w:p>",
            }));

    private static string Field(string part) => $"<w:r><w:fldChar w:fldCharType=\"{part}\"/></w:r>";

    private static string Reference(int note) => $"<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{note}\"/></w:r>";
}
