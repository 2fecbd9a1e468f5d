using AllianceAgreements.Documents.Templates;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class BlockTests
{
    private static readonly Sheet Urgent = new() { Urgent = true };
    private static readonly Sheet Nobody = new() { People = [], Names = [] };

    [Theory]
    [InlineData(true, "a b d")]
    [InlineData(false, "a c d")]
    public void If_AroundParagraphs_ChoosesThemAndVanishes(bool urgent, string expected)
    {
        var filled = Fill.With(P("a", "{{#if urgent}}", "b", "{{else}}", "c", "{{/if}}", "d"), new Sheet { Urgent = urgent });

        Assert.Equal(expected, string.Join(' ', filled.Paragraphs));
    }

    [Fact]
    public void If_WithinAParagraph_ChoosesRunsWithTheirFormatting()
    {
        var paragraph = Runs(R("x"), R("{{#if urgent}}"), R("now", Bold), R("{{else}}later{{/if}}"), R("y"));

        Assert.Equal([":x", "b:now", ":y"], Fill.With(paragraph, Urgent).Runs);
        Assert.Equal([":x", ":later", ":y"], Fill.With(paragraph).Runs);
    }

    [Fact]
    public void Each_AroundParagraphs_RepeatsThemWithTheItemsFields()
    {
        var filled = Fill.With(P("{{#each people}}", "{{@number}}. {{name}} of {{title}}", "{{#each skills}}", "- {{.}}", "{{else}}", "- none", "{{/each}}", "{{/each}}"));

        Assert.Equal(["1. Ada of Heart Alliance", "- maths", "- poetry", "2. Bo of Heart Alliance", "- none"], filled.Paragraphs);
    }

    [Fact]
    public void Each_WithinAParagraph_RepeatsRuns() =>
        Assert.Equal("Ada (maths, poetry) and Bo (none)!", Fill.Text(
            "{{#each people}}{{#if @last}} and {{/if}}{{name}} ({{#each skills}}{{.}}{{#if not @last}}, {{/if}}{{else}}none{{/each}}){{/each}}!"));

    [Fact]
    public void Each_OfAnEmptyList_TakesTheElse() =>
        Assert.Equal(["nobody"], Fill.With(P("{{#each people}}", "{{name}}", "{{else}}", "nobody", "{{/each}}"), Nobody).Paragraphs);

    [Fact]
    public void Each_LoopVariables_AreThoseOfTheInnermostLoop() =>
        Assert.Equal("1:1+2-;2:", Fill.Text("{{#each people}}{{@number}}:{{#each skills}}{{@number}}{{#if @first}}+{{/if}}{{#if @last}}-{{/if}}{{/each}}{{#if not @last}};{{/if}}{{/each}}"));

    [Fact]
    public void Blocks_InOneParagraphWithoutOtherText_GoAroundParagraphs() =>
        Assert.Equal(["Ada", "Bo"], Fill.With(P("{{#if months}}{{#each people}}", "{{name}}", "{{/each}} {{/if}}")).Paragraphs);

    [Fact]
    public void If_AloneInItsParagraphWithItsEnd_LeavesTheParagraph() =>
        Assert.Equal(["a", "", "b"], Fill.With(P("a", "{{#if urgent}}{{/if}}", "b")).Paragraphs);

    [Fact]
    public void Body_LeftWithoutParagraph_GetsOne() =>
        Assert.Equal([""], Fill.With(P("{{#if urgent}}", "x", "{{/if}}")).Paragraphs);

    [Fact]
    public void Header_LeftWithoutParagraph_GetsOne() =>
        Assert.Equal([""], Fill.With(new Template { Body = P("x"), Header = P("{{#if urgent}}", "{{title}}", "{{/if}}") }).ParagraphsOf("word/header.xml"));

    [Fact]
    public void Tables_ThatTagsStoodBetween_StayApart()
    {
        var filled = Fill.With(P("{{#each people}}") + Table(Row("{{name}}", "x")) + P("{{/each}}", "end"));

        Assert.Equal(["tbl", "p", "tbl", "p"], filled.Document.Element(Word.Body)!.Elements().Where(block => block.Name != Word.SectionProperties).Select(block => block.Name.LocalName));
    }

    [Fact]
    public void Body_ThatEndsWithATableAfterATag_GetsAParagraph() =>
        Assert.Equal("p", Fill.With(P("{{#if months}}") + Table(Row("a", "b")) + P("{{/if}}")).Document.Element(Word.Body)!.Elements().SkipLast(1).Last().Name.LocalName);

    [Theory]
    [InlineData("{{#if urgent}}", "a", "", "{{#if urgent}}", "not closed in this document")]
    [InlineData("{{#each people}}", "{{name}}", "{{/if}}", "{{/if}}", "ends with {{/each}}")]
    [InlineData("a", "b", "{{/each}}", "{{/each}}", "No block is open")]
    [InlineData("a", "b", "{{else}}", "{{else}}", "belongs to no")]
    [InlineData("{{#if urgent}} a", "b", "{{/if}}", "{{#if urgent}}", "not closed in this paragraph")]
    public void Blocks_ThatDoNotPair_AreReported(string first, string second, string third, string tag, string message)
    {
        var faults = Fill.Faults(P(first, second, third));

        Assert.Contains(faults, fault => fault.Tag == tag && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_Crossed_NameBothTags()
    {
        var faults = Fill.Faults(P("{{#if urgent}}", "{{#each people}}", "{{name}}", "{{/if}}", "{{/each}}"), Urgent);

        Assert.Equal(["{{#each people}}", "{{/each}}"], faults.Select(fault => fault.Tag));
    }

    [Fact]
    public void Else_Twice_IsReported() =>
        Assert.Contains("else already", Fill.Fault(P("{{#if urgent}}", "{{else}}", "a", "{{else}}", "b", "{{/if}}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Block_InAParagraphThatEndsASection_IsReported()
    {
        var paragraph = $"<w:p><w:pPr><w:sectPr/></w:pPr>{R("{{#if urgent}}")}</w:p>{P("{{/if}}")}";

        Assert.Contains("ends a section", Fill.Fault(paragraph).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Block_ThatCutsAWordField_IsReported()
    {
        var body = Runs("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "<w:r><w:instrText>TOC</w:instrText></w:r>", "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
            + P("{{#if urgent}}") + Runs("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") + P("{{/if}}");

        Assert.Contains("Word field", Fill.Fault(body).Message, StringComparison.Ordinal);
    }
}
