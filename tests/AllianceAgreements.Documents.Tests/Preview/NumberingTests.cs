using AllianceAgreements.Documents.Tests.Packages;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class NumberingTests
{
    private static readonly string Contract = List(
        0, ("decimal", "%1.", ""), ("decimal", "%1.%2", ""), ("lowerLetter", "(%3)", ""), ("lowerRoman", "(%4)", ""));

    public static TheoryData<int[], string[]> Levels => new()
    {
        { [0, 1, 1, 2, 2, 1, 0, 1], ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "2.", "2.1"] },
        { [0, 2, 3, 3, 2, 3], ["1.", "(a)", "(i)", "(ii)", "(b)", "(i)"] },
        { [0, 1, 0, 2], ["1.", "1.1", "2.", "(a)"] },
        { [1, 1, 0, 1], ["1.1", "1.2", "1.", "1.1"] },
        { [3], ["(i)"] },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Numbers_NestedLevels_CountAndRestart(int[] levels, string[] expected) =>
        Assert.Equal(expected, PreviewHtml.Numbers(new WordFile
        {
            Numbering = Contract + Use(1, 0),
            Body = string.Concat(levels.Select(level => Item(1, level))),
        }));

    [Fact]
    public void Ids_NestedLevels_NameThePathAndStayUnique() =>
        Assert.Equal(
            ["clause-1", "clause-1-1", "clause-1-1-a", "clause-1-1-b", "clause-1-1-b-i", "clause-1-x2"],
            PreviewHtml.Ids(new WordFile
            {
                Numbering = Contract + List(1, ("decimal", "%1)", "")) + Use(1, 0) + Use(2, 1),
                Body = Item(1, 0) + Item(1, 1) + Item(1, 2) + Item(1, 2) + Item(1, 3) + Item(2, 0),
            }));

    [Fact]
    public void Ids_HeadingsNumbered_OwnTheClauses() =>
        Assert.Equal(
            ["item-1", "clause-1", "clause-1-1", "schedule-1"],
            PreviewHtml.Ids(new WordFile
            {
                Styles = Style("H", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr>"),
                Numbering = List(0, ("decimal", "Article %1", "<w:pStyle w:val=\"H\"/>"), ("decimal", "%1.%2", ""))
                    + List(1, ("decimal", "(%1)", "")) + List(2, ("decimal", "Schedule %1", ""))
                    + Use(1, 0) + Use(2, 1) + Use(3, 2),
                Body = Item(2, 0) + Styled("H") + Item(1, 1) + Item(3, 0),
            }));

    [Fact]
    public void Ids_HeadingsWithoutNumber_AreCountedApart() =>
        Assert.Equal(
            ["heading-1", "clause-1", "heading-2"],
            PreviewHtml.Ids(new WordFile
            {
                Styles = Style("H", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"),
                Numbering = Contract + Use(1, 0),
                Body = Styled("H") + Item(1, 0) + Styled("H"),
            }));

    [Theory]
    [InlineData("", "1. 1.1 (a) 1.2 (a)")]
    [InlineData("<w:lvlRestart w:val=\"0\"/>", "1. 1.1 (a) 1.2 (b)")]
    [InlineData("<w:lvlRestart w:val=\"1\"/>", "1. 1.1 (a) 1.2 (b)")]
    [InlineData("<w:lvlRestart w:val=\"2\"/>", "1. 1.1 (a) 1.2 (a)")]
    public void Numbers_LevelRestart_FollowsWhatItSays(string restart, string expected) =>
        Assert.Equal(expected.Split(' '), PreviewHtml.Numbers(new WordFile
        {
            Numbering = List(0, ("decimal", "%1.", ""), ("decimal", "%1.%2", ""), ("lowerLetter", "(%3)", restart)) + Use(1, 0),
            Body = Item(1, 0) + Item(1, 1) + Item(1, 2) + Item(1, 1) + Item(1, 2),
        }));

    [Fact]
    public void Numbers_RestartAfterFirstLevelOnly_RestartsThere() =>
        Assert.Equal(["1.", "1.1", "(a)", "2.", "2.1", "(a)"], PreviewHtml.Numbers(new WordFile
        {
            Numbering = List(0, ("decimal", "%1.", ""), ("decimal", "%1.%2", ""), ("lowerLetter", "(%3)", "<w:lvlRestart w:val=\"1\"/>")) + Use(1, 0),
            Body = Item(1, 0) + Item(1, 1) + Item(1, 2) + Item(1, 0) + Item(1, 1) + Item(1, 2),
        }));

    [Fact]
    public void Numbers_TwoUsesOfOneList_CountOn() =>
        Assert.Equal(["1.", "2.", "3."], PreviewHtml.Numbers(new WordFile
        {
            Numbering = Contract + Use(1, 0) + Use(2, 0),
            Body = Item(1, 0) + Item(2, 0) + Item(1, 0),
        }));

    [Fact]
    public void Numbers_StartOverride_BeginsThereOnceAndCountsOn() =>
        Assert.Equal(["1.", "2.", "5.", "6.", "7."], PreviewHtml.Numbers(new WordFile
        {
            Numbering = Contract + Use(1, 0) + Use(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
            Body = Item(1, 0) + Item(1, 0) + Item(2, 0) + Item(2, 0) + Item(1, 0),
        }));

    [Fact]
    public void Numbers_LevelOverride_ReplacesTheLevel() =>
        Assert.Equal(["1.", "II"], PreviewHtml.Numbers(new WordFile
        {
            Numbering = Contract + Use(1, 0) + Use(2, 0,
                "<w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:lvlOverride>"),
            Body = Item(1, 0) + Item(2, 0),
        }));

    [Fact]
    public void Numbers_Legal_ShowsDigitsForEveryLevel() =>
        Assert.Equal(["Article I", "1.1", "1.1.1"], PreviewHtml.Numbers(new WordFile
        {
            Numbering = List(
                0, ("upperRoman", "Article %1", ""), ("decimal", "%1.%2", "<w:isLgl/>"), ("lowerLetter", "%1.%2.%3", "<w:isLgl/>")) + Use(1, 0),
            Body = Item(1, 0) + Item(1, 1) + Item(1, 2),
        }));

    [Fact]
    public void Numbers_StyleLinkedLevels_FollowTheStyles() =>
        Assert.Equal(["1.", "1.1", "(a)", "1.2"], PreviewHtml.Numbers(new WordFile
        {
            Styles = Style("One", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
                + Style("Two", "<w:basedOn w:val=\"One\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr>")
                + Style("TwoBold", "<w:basedOn w:val=\"Two\"/><w:rPr><w:b/></w:rPr>")
                + Style("Three", "<w:basedOn w:val=\"One\"/>"),
            Numbering = List(
                0, ("decimal", "%1.", "<w:pStyle w:val=\"One\"/>"), ("decimal", "%1.%2", "<w:pStyle w:val=\"Two\"/>"),
                ("lowerLetter", "(%3)", "<w:pStyle w:val=\"Three\"/>")) + Use(1, 0),
            Body = Styled("One") + Styled("Two") + Styled("Three") + Styled("TwoBold"),
        }));

    [Fact]
    public void Numbers_ListStyle_LeadsToItsList() =>
        Assert.Equal(["1.", "2."], PreviewHtml.Numbers(new WordFile
        {
            Styles = Style("Legal", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>", "numbering"),
            Numbering = Contract + "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"Legal\"/></w:abstractNum>" + Use(1, 0) + Use(2, 7),
            Body = Item(1, 0) + Item(2, 0),
        }));

    [Fact]
    public void Numbers_NumberingIdZero_TakesTheParagraphOut() =>
        Assert.Equal(["1.", "2."], PreviewHtml.Numbers(new WordFile
        {
            Styles = Style("One", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"),
            Numbering = Contract + Use(1, 0),
            Body = Styled("One") + Paragraph("x", "<w:pStyle w:val=\"One\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + Styled("One"),
        }));

    [Fact]
    public void Numbers_InCells_CountInReadingOrder() =>
        Assert.Equal(["1.", "2.", "3."], PreviewHtml.Numbers(new WordFile
        {
            Numbering = Contract + Use(1, 0),
            Body = $"{Item(1, 0)}<w:tbl><w:tr><w:tc>{Item(1, 0)}</w:tc></w:tr></w:tbl>{Item(1, 0)}",
        }));

    [Theory]
    [InlineData("", "<span class=\"num\">1.</span> x")]
    [InlineData("<w:suff w:val=\"space\"/>", "<span class=\"num\">1.</span> x")]
    [InlineData("<w:suff w:val=\"nothing\"/>", "<span class=\"num\">1.</span>x")]
    public void Html_Suffix_SeparatesNumberFromText(string suffix, string expected) =>
        Assert.Contains(expected, PreviewHtml.Of(new WordFile
        {
            Numbering = List(0, ("decimal", "%1.", suffix)) + Use(1, 0),
            Body = Item(1, 0),
        }), StringComparison.Ordinal);

    [Theory]
    [InlineData("\uF0B7", "•")]
    [InlineData("o", "◦")]
    [InlineData("–", "–")]
    public void Html_Bullet_IsShownInAnyFontAndHasNoId(string pattern, string expected) =>
        Assert.Equal($"<p class=\"bullet level-1\"><span class=\"num\">{expected}</span> x</p>", PreviewHtml.Of(new WordFile
        {
            Numbering = List(0, ("bullet", pattern, "")) + Use(1, 0),
            Body = Item(1, 0),
        }));

    [Fact]
    public void Html_CirclesAmongStylesAndLists_End() =>
        Assert.Equal("<p>x</p>", PreviewHtml.Of(new WordFile
        {
            Styles = Style("A", "<w:basedOn w:val=\"B\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") + Style("B", "<w:basedOn w:val=\"A\"/>"),
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"A\"/></w:abstractNum>" + Use(1, 0),
            Body = Styled("Unknown"),
        }));

    [Fact]
    public void Html_EndlessPattern_IsCut() =>
        Assert.True(PreviewHtml.Numbers(new WordFile
        {
            Numbering = List(0, ("decimal", new string('%', 10_000), "")) + Use(1, 0),
            Body = Item(1, 0),
        }).Single().Length <= 64);
}
