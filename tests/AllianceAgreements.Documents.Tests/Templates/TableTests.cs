using AllianceAgreements.Documents.Templates;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class TableTests
{
    private static readonly Sheet Nobody = new() { People = [] };

    [Fact]
    public void Each_InOneRow_RepeatsTheRow()
    {
        var filled = Fill.With(Table(Row("Name", "Skills"), Row("{{#each people}}{{name}}", "{{skills | list}}{{/each}}"), Row("Total", "{{people.count}}")) + P("x"));

        Assert.Equal(["Name | Skills", "Ada | maths and poetry", "Bo | ", "Total | 2"], filled.Rows);
    }

    [Fact]
    public void Each_OverSeveralRows_RepeatsThemAll() =>
        Assert.Equal(["Ada | a", "x | 1", "Bo | a", "x | 2"], Fill.With(Table(Row("{{#each people}}{{name}}", "a"), Row("x", "{{@number}}{{/each}}")) + P("x")).Rows);

    [Fact]
    public void Each_Nested_RepeatsRowsWithinRows()
    {
        var filled = Fill.With(Table(Row("{{#each people}}{{name}}", ""), Row("{{#each skills}}{{.}}", "{{@number}}{{/each}}{{/each}}")) + P("x"));

        Assert.Equal(["Ada | ", "maths | 1", "poetry | 2", "Bo | "], filled.Rows);
    }

    [Fact]
    public void Tags_AloneInTheirRow_VanishWithIt()
    {
        var filled = Fill.With(Table(Row("{{#each people}}", ""), Row("{{name}}", "x"), Row("{{else}}", ""), Row("nobody", ""), Row("{{/each}}", "")) + P("x"));

        Assert.Equal(["Ada | x", "Bo | x"], filled.Rows);
    }

    [Fact]
    public void Each_EmptyWithElse_TakesTheElseRows() =>
        Assert.Equal(["nobody | "], Fill.With(Table(Row("{{#each people}}{{name}}", ""), Row("{{else}}nobody", "{{/each}}")) + P("x"), Nobody).Rows);

    [Theory]
    [InlineData(true, "a | b")]
    [InlineData(false, "c | d")]
    public void If_AroundARow_ChoosesIt(bool urgent, string expected) =>
        Assert.Equal([expected], Fill.With(Table(Row("{{#if urgent}}a", "b{{/if}}"), Row("{{#if not urgent}}c", "d{{/if}}")) + P("x"), new Sheet { Urgent = urgent }).Rows);

    [Fact]
    public void Table_LeftWithoutRows_IsLeftOut()
    {
        var filled = Fill.With(P("a") + Table(Row("{{#each people}}{{name}}", "{{/each}}")) + P("b"), Nobody);

        Assert.Empty(filled.Document.Descendants(Word.Table));
        Assert.Equal(["a", "b"], filled.Paragraphs);
    }

    [Fact]
    public void NestedTable_LeftWithoutRows_LeavesACellWithAParagraph()
    {
        var inner = Table(Row("{{#each people}}{{name}}", "{{/each}}"));
        var filled = Fill.With(Table(RowOf(Cell(inner, P("{{#if urgent}}", "x", "{{/if}}")), Cell(P("y")))) + P("z"), Nobody);

        Assert.Equal([" | y"], filled.Rows);
    }

    [Fact]
    public void Blocks_WithinACell_ChooseItsParagraphs() =>
        Assert.Equal(["Ada / Bo | "], Fill.With(Table(RowOf(Cell(P("{{#each people}}", "{{name}}", "{{/each}}")), Cell(P("{{#if urgent}}", "x", "{{/if}}")))) + P("x")).Rows);

    [Fact]
    public void Each_OpeningInAParagraphOfItsOwn_LeavesNoEmptyParagraph() =>
        Assert.Equal(["Ada | x", "Bo | x"], Fill.With(Table(RowOf(Cell(P("{{#each people}}", "{{name}}")), Cell(P("x", "{{/each}}")))) + P("x")).Rows);

    [Fact]
    public void Each_InARowOfTagsAndEmptyCells_RepeatsTheEmptyRow() =>
        Assert.Equal([" | ", " | "], Fill.With(Table(Row("{{#each people}}", "{{/each}}")) + P("x")).Rows);

    [Fact]
    public void NestedTable_WithRowsOfItsOwn_RepeatsInsideEachRow()
    {
        var inner = Table(Row("{{#each skills}}{{.}}", "{{@number}}{{/each}}"));
        var filled = Fill.With(Table(RowOf(Cell(P("{{#each people}}{{name}}")), Cell(inner, P("{{/each}}")))) + P("x"));

        Assert.Equal(2, filled.Document.Element(Word.Body)!.Element(Word.Table)!.Elements(Word.Row).Count());
        Assert.Equal(["maths | 1", "poetry | 2"], filled.Rows.Where(row => row.EndsWith("| 1", StringComparison.Ordinal) || row.EndsWith("| 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_ClosingBehindANestedTable_LeavesTheParagraphThatEndsTheCell()
    {
        var filled = Fill.With(Table(RowOf(Cell(P("{{#each people}}{{name}}")), Cell(Table(Row("a", "b")), P("{{/each}}")))) + P("x"));

        Assert.Equal(["Ada | ", "a | b", "Bo | ", "a | b"], filled.Rows.Select(row => row.Replace("a / b / ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tags_InAnyOtherCell_AreReported()
    {
        Assert.Contains("must begin the first cell", Fill.Faults(Table(Row("a", "{{#each people}}{{name}}"), Row("b", "c{{/each}}")) + P("x"))[0].Message, StringComparison.Ordinal);
        Assert.Contains(
            Fill.Faults(Table(Row("{{#each people}}{{name}}{{/each}}", "{{/if}}x")) + P("x")),
            fault => fault.Message.Contains("must end the last cell", StringComparison.Ordinal));
    }

    [Fact]
    public void Tags_AfterTextOfTheirCell_AreReported() =>
        Assert.Contains("must begin the first cell", Fill.Fault(Table(Row("a {{#each people}}", "{{name}}{{/each}}")) + P("x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_NeverClosedInItsTable_IsReported() =>
        Assert.Contains("not closed in this table", Fill.Fault(Table(Row("{{#each people}}{{name}}", "x")) + P("{{#if urgent}}", "{{/if}}")).Message, StringComparison.Ordinal);
}
