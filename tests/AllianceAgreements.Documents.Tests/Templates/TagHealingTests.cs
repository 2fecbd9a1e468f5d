using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;
using CsCheck;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class TagHealingTests
{
    private const string Sentence = "In {{title}} for {{months | words}} ({{months}}) months{{#if urgent}} at once{{else}} soon{{/if}}.";
    private const string Expected = "In Heart Alliance for eighteen (18) months soon.";

    [Fact]
    public void Fill_TagInOneRun_TakesItsFormatting()
    {
        var filled = Fill.With(Runs(R("The "), R("{{title}}", Bold), R(" agreement", "<w:i/>")));

        Assert.Equal([":The ", "b:Heart Alliance", "i: agreement"], filled.Runs);
    }

    [Fact]
    public void Fill_TagSplitAtEveryPlace_HealsWithTheFormattingOfItsStart()
    {
        const string tag = "{{title | upper}}";
        for (var split = 1; split < tag.Length; split++)
        {
            var filled = Fill.With(Runs(R("a "), R(tag[..split], Bold), R(tag[split..], "<w:i/>"), R(" z", "<w:u w:val=\"single\"/>")));

            Assert.Equal([":a ", "b:HEART ALLIANCE", "u: z"], filled.Runs);
        }
    }

    [Fact]
    public void Fill_AnySplitOfAParagraph_GivesTheSameText() =>
        Gen.Int[0, Sentence.Length].Array[0, 12].Sample(
            cuts => Assert.Equal(Expected, Assert.Single(Fill.With(Runs(Split(Sentence, cuts))).Paragraphs)), iter: 60);

    [Fact]
    public void Fill_TagSplitByWhatWordLeavesBehind_Heals()
    {
        var filled = Fill.With(Runs(
            "<w:r w:rsidR=\"00AB12CD\"><w:t>{</w:t></w:r>", "<w:proofErr w:type=\"spellStart\"/>", "<w:r><w:t>{ti</w:t></w:r>",
            "<w:r><w:lastRenderedPageBreak/><w:t>t</w:t></w:r>", Bookmark(4, "_GoBack", ""), "<w:proofErr w:type=\"spellEnd\"/>", "<w:r><w:t>le}</w:t></w:r>",
            "<w:r><w:softHyphen/><w:t>}</w:t></w:r>"));

        Assert.Equal([":Heart Alliance"], filled.Runs);
        Assert.DoesNotContain(filled.Document.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal));
        Assert.Empty(filled.Document.Descendants(Word.BookmarkStart));
    }

    /// <summary>Ctrl+Shift+Hyphen, which looks like a hyphen to whoever typed it.</summary>
    [Fact]
    public void Fill_NonBreakingHyphenInATag_IsAHyphen() =>
        Assert.Equal("March\u00A01, 2027", Assert.Single(Fill.With(
            Runs("<w:r><w:t>{{due | date:\"long</w:t><w:noBreakHyphen/><w:t>us\"}}</w:t></w:r>")).Paragraphs));

    [Fact]
    public void Fill_BookmarkInsideATag_StandsAroundTheValue()
    {
        var filled = Fill.With(Runs(R("{{ti"), Bookmark(1, "Name", R("tl")), R("e}}")));

        Assert.Equal(["bookmarkStart", "sdt", "bookmarkEnd"], filled.Document.Descendants(Word.Paragraph).Single().Elements().Select(child => child.Name.LocalName));
        Assert.Equal("Heart Alliance", Assert.Single(filled.Paragraphs));
    }

    [Fact]
    public void Fill_SmartTagAroundPartOfATag_Heals() =>
        Assert.Equal("Heart Alliance", Assert.Single(Fill.With(
            Runs(R("{{"), $"<w:smartTag w:uri=\"urn:x\" w:element=\"place\">{R("title")}</w:smartTag>", R("}}"))).Paragraphs));

    [Theory]
    [InlineData("{{note | default:\u201Cnone\u201D}}", "none")]
    [InlineData("{{note | default:\u2018none\u2019}}", "none")]
    [InlineData("{{note | default:\u201Cthe parties\u2019 own\u201D}}", "the parties\u2019 own")]
    [InlineData("{{note | default:\"a\u00A0b\"}}", "a\u00A0b")]
    [InlineData("{{\u00A0title\u00A0|\u202Fupper\u200B}}", "HEART ALLIANCE")]
    [InlineData("{{#if cadence == \u201CSemiAnnually\u201D}}yes{{/if}}", "yes")]
    public void Fill_TypographyInsideATag_IsForgiven(string paragraph, string expected) => Assert.Equal(expected, Fill.Text(paragraph));

    [Fact]
    public void Fill_SpacesAroundATag_AreKept() => Assert.Equal("  Heart Alliance  , ", Fill.Text("  {{title}}  , "));

    [Fact]
    public void Fill_SpacesThatWordWouldDrop_StayDropped() =>
        Assert.Equal("xHeart Alliance", Assert.Single(Fill.With("<w:p><w:r><w:t> x </w:t></w:r><w:r><w:t>{{title}}</w:t></w:r></w:p>").Paragraphs));

    [Fact]
    public void Fill_TagsInLinksTextBoxesAndContentControls_AreFilled()
    {
        var filled = Fill.With(Runs(
            $"<w:hyperlink w:anchor=\"x\">{R("{{ti")}{R("tle}}")}</w:hyperlink>",
            $"<w:sdt><w:sdtPr><w:id w:val=\"55\"/></w:sdtPr><w:sdtContent>{R("{{months}}")}</w:sdtContent></w:sdt>",
            TextBox(P("{{#if urgent}}", "x", "{{/if}}", "{{rate}}"))));

        Assert.Equal(["Heart Alliance1812.512.5", "12.5", "12.5"], filled.Paragraphs);
    }

    [Theory]
    [InlineData("a {{title", "{{title", "not closed")]
    [InlineData("a title}} b", "a title}}", "closes no tag")]
    [InlineData("{{title {{months}}", "{{title", "not closed")]
    [InlineData("{{}}", "{{}}", "empty")]
    public void Fill_BrokenBraces_AreReportedWithTheirParagraph(string paragraph, string tag, string message)
    {
        var fault = Fill.Fault(P(paragraph));

        Assert.Equal(("Main.docx", tag, paragraph), (fault.File, fault.Tag, fault.Paragraph));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_TagAcrossALineBreakOrALink_IsReported()
    {
        Assert.Contains("interrupted", Fill.Fault(Runs(R("{{ti"), "<w:r><w:br/></w:r>", R("tle}}"))).Message, StringComparison.Ordinal);
        Assert.NotEmpty(Fill.Faults(Runs(R("{{ti"), $"<w:hyperlink w:anchor=\"x\">{R("tle}}")}</w:hyperlink>")));
    }

    [Fact]
    public void Fill_LongParagraph_IsShortenedInTheFault()
    {
        var fault = Fill.Fault(P($"{{{{nothing}}}} {string.Concat(Enumerable.Repeat("word ", 100))}"));

        Assert.Equal(120, fault.Paragraph!.Length);
        Assert.EndsWith("…", fault.Paragraph, StringComparison.Ordinal);
    }

    private static string[] Split(string text, int[] cuts)
    {
        int[] ends = [.. cuts.Append(text.Length).Distinct().Order()];
        var start = 0;
        return [.. ends.Select(end => R(text[start..(start = end)]))];
    }
}
