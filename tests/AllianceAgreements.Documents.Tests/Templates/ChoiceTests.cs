using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "one")]
    [InlineData(6, "some")]
    [InlineData(12, "many")]
    public void ElseIf_WithinAParagraph_TakesTheFirstThatHolds(int months, string expected) =>
        Assert.Equal(expected, Fill.Text(
            "{{#if months == 0}}none{{else if months == 1}}one{{else if months < 12}}some{{else}}many{{/if}}", new Sheet { Months = months }));

    [Theory]
    [InlineData(1, "a one c")]
    [InlineData(2, "a two c")]
    [InlineData(3, "a c")]
    public void ElseIf_AroundParagraphs_TakesTheFirstThatHolds(int months, string expected) =>
        Assert.Equal(expected, string.Join(' ', Fill.With(
            P("a", "{{#if months == 1}}", "one", "{{else if months <= 2}}", "two", "{{/if}}", "c"), new Sheet { Months = months }).Paragraphs));

    [Theory]
    [InlineData(1, "x | one")]
    [InlineData(2, "x | two")]
    [InlineData(3, "x | more")]
    public void ElseIf_AroundRows_TakesTheFirstThatHolds(int months, string expected) =>
        Assert.Equal([expected], Fill.With(
            Table(Row("{{#if months == 1}}x", "one"), Row("{{else if months == 2}}x", "two"), Row("{{else}}x", "more{{/if}}")), new Sheet { Months = months }).Rows);

    [Fact]
    public void ElseIf_NestedBlocks_BelongToTheirOwn() =>
        Assert.Equal("b2", Fill.Text("{{#if urgent}}a{{else if months}}b{{#if rate == 1}}1{{else if rate > 1}}2{{/if}}{{else}}c{{/if}}"));

    [Theory]
    [InlineData("months < 18", false)]
    [InlineData("months <= 18", true)]
    [InlineData("months ≤ 18", true)]
    [InlineData("months > 17.5", true)]
    [InlineData("months >= 19", false)]
    [InlineData("months ≥ 18", true)]
    [InlineData("months ≠ 18", false)]
    [InlineData("rate < months", true)]
    [InlineData("people.count > 1", true)]
    [InlineData("due < \"2027-03-02\"", true)]
    [InlineData("\"2027-03-01\" < due", false)]
    [InlineData("due == \"2027-03-01\"", true)]
    [InlineData("fee.amount > 0", false)]
    [InlineData("fee.amount <= 0", false)]
    public void If_Comparison_HoldsAsWritten(string condition, bool holds) => Assert.Equal(holds ? "yes" : "no", Decide(condition));

    [Theory]
    [InlineData("urgent and months or months", true)]
    [InlineData("urgent and (months or months)", false)]
    [InlineData("not (urgent or not months)", true)]
    [InlineData("((months))", true)]
    [InlineData("(months > 1 and (rate > 20 or due > \"2027-01-01\"))", true)]
    public void If_Parentheses_BindFirst(string condition, bool holds) => Assert.Equal(holds ? "yes" : "no", Decide(condition));

    [Fact]
    public void If_NestedTooDeeply_IsReported()
    {
        var condition = new string('(', 40) + "urgent" + new string(')', 40);

        Assert.Contains("more than 32 parts", Fill.Fault(P($"{{{{#if {condition}}}}}x{{{{/if}}}}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_Index_CountsFromZero() =>
        Assert.Equal("0A 1B 2C ", Fill.Text("{{#each names}}{{@index}}{{.}} {{/each}}"));

    private static string Decide(string condition) => Fill.Text($"{{{{#if {condition}}}}}yes{{{{else}}}}no{{{{/if}}}}");
}
