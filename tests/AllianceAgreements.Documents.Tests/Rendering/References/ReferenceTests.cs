using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Rendering.References;

public sealed class ReferenceTests
{
    private static readonly string Agreement =
        Styled("Recital", "first") + Marked("Recital", "second", "recital_b")
        + Marked("Heading1", "Definitions", "art_1") + Styled("Clause", "one") + Marked("Clause", "two", "clause_2")
        + Styled("Subclause", "one") + Marked("Subclause", "two", "sub_b")
        + Styled("Heading1", "Termination") + Titled("Cure. ", "A default is cured.")
        + Styled("ScheduleHeading", "Ledger") + Marked("ScheduleHeading", "Services", "sch_2") + Marked("ScheduleClause", "one", "par_1") + Marked("ScheduleSubclause", "a", "par_1a");

    [Theory]
    [InlineData("{{ref art-1}}", "Article\u00A01")]
    [InlineData("{{ref art_1 | number}}", "1")]
    [InlineData("{{ref art.1 | heading}}", "Definitions")]
    [InlineData("{{ref art_1 | named}}", "Article\u00A01 (Definitions)")]
    [InlineData("{{ref \"Cure\" | named}}", "Section\u00A02.1 (Cure)")]
    [InlineData("{{ref par_1a | named}}", "paragraph\u00A01(a) (a) of Schedule\u00A02")]
    [InlineData("{{ref clause_2}}", "Section\u00A01.2")]
    [InlineData("{{ref CLAUSE_2 | number}}", "1.2")]
    [InlineData("{{ref sub_b}}", "Section\u00A01.2(b)")]
    [InlineData("{{ref sub_b | number}}", "1.2(b)")]
    [InlineData("{{ref sch_2}}", "Schedule\u00A02")]
    [InlineData("{{ref sch_2 | number}}", "2")]
    [InlineData("{{ref par_1}}", "paragraph\u00A01 of Schedule\u00A02")]
    [InlineData("{{ref par_1a}}", "paragraph\u00A01(a) of Schedule\u00A02")]
    [InlineData("{{ref par_1a | number}}", "1(a)")]
    [InlineData("{{ref recital_b}}", "(B)")]
    [InlineData("{{ref \u201CTermination\u201D}}", "Article\u00A02")]
    [InlineData("{{ref \"termination.\" | heading}}", "Termination")]
    [InlineData("{{ref \"Cure\"}}", "Section\u00A02.1")]
    [InlineData("{{ref \"Cure\" | heading}}", "Cure")]
    [InlineData("{{ref \"Services\"}}", "Schedule\u00A02")]
    public void Ref_BeforeAndAfterItsClause_ShowsItsNumber(string tag, string text)
    {
        var filled = Fill.With(Of(P($"See {tag}.") + Agreement + P($"See {tag}.")));

        Assert.Equal([$"See {text}.", $"See {text}."], [filled.Paragraphs[0], filled.Paragraphs[^1]]);
        AssertFieldsLead(filled);
    }

    [Theory]
    [InlineData("{{ref art_1}}", "REF art_1 \\n \\h")]
    [InlineData("{{ref sch_2}}", "REF sch_2 \\n \\h")]
    [InlineData("{{ref clause_2}}", "REF clause_2 \\n \\h")]
    [InlineData("{{ref sub_b}}", "REF sub_b \\w \\h")]
    [InlineData("{{ref par_1a}}", "REF par_1a \\n \\h")]
    [InlineData("{{ref art_1 | heading}}", "REF art_1 \\h")]
    [InlineData("{{ref \"Termination\"}}", "REF _Ref_Termination \\n \\h")]
    public void Ref_IsAFieldThatWordCanWorkOutAgain(string tag, string code)
    {
        var filled = Fill.With(Of(Agreement + P(tag)));

        Assert.Equal(code, Assert.Single(filled.Document.Descendants(Word.FieldCode)).Value.Trim());
    }

    /// <summary>No field shows it alone in every program, so it is text.</summary>
    [Theory]
    [InlineData("{{ref art_1 | number}}")]
    [InlineData("{{ref \"Services\" | number}}")]
    public void Ref_TheNumberOfALevelThatWritesAWord_IsText(string tag) =>
        Assert.Empty(Fill.With(Of(Agreement + P(tag))).Document.Descendants(Word.FieldCode));

    [Fact]
    public void Ref_KeepsTheFormattingOfItsTag()
    {
        var filled = Fill.With(Of(Agreement + Runs(R("See "), R("{{ref sub_b}}", Bold))));

        Assert.All(filled.Runs.SkipWhile(run => run != ":See ").Skip(1), run => Assert.StartsWith("b:", run, StringComparison.Ordinal));
    }

    [Fact]
    public void Ref_ClausesLeftOutBefore_CountsThoseThatAreThere()
    {
        var body = Styled("Heading1", "A") + P("{{#if urgent}}") + Styled("Clause", "left out") + P("{{/if}}") + Marked("Clause", "x", "x") + P("{{ref x}}");

        Assert.Equal("Section\u00A01.1", Fill.With(Of(body)).Paragraphs[^1]);
        Assert.Equal("Section\u00A01.2", Fill.With(Of(body), new Sheet { Urgent = true }).Paragraphs[^1]);
    }

    [Fact]
    public void Ref_InARepetition_MeansTheClauseOfItsOwnItem()
    {
        var body = Styled("Heading1", "A") + P("{{#each people}}") + Marked("Clause", "{{name}}", "person") + P("see {{ref person}}", "{{/each}}")
            + P("{{#each people}}", "again {{ref person}}", "{{#each skills}}", "{{.}} {{ref person | number}}", "{{/each}}", "{{/each}}");

        var filled = Fill.With(Of(body));

        Assert.Equal(
            ["see Section\u00A01.1", "see Section\u00A01.2", "again Section\u00A01.1", "maths 1.1", "poetry 1.1", "again Section\u00A01.2"],
            filled.Paragraphs.Where(text => text.Contains("1.", StringComparison.Ordinal)));
        AssertFieldsLead(filled);
    }

    [Fact]
    public void Ref_FromOutsideARepetition_IsReportedUnlessThereIsOneItem()
    {
        var body = Styled("Heading1", "A") + P("{{#each people}}") + Marked("Clause", "{{name}}", "person") + P("{{/each}}", "{{ref person}}");

        Assert.Contains("marks 2 clauses of a repetition", Fill.Fault(Of(body)).Message, StringComparison.Ordinal);
        Assert.Equal("Section\u00A01.1", Fill.With(Of(body), new Sheet { People = [new Person("Ada", [])] }).Paragraphs[^1]);
    }

    [Fact]
    public void Ref_ToAClauseOfAnIncludedFile_ShowsItsNumberInTheAgreement()
    {
        var clause = Of(Styled("Heading1", "Included") + Marked("Clause", "x", "here") + P("own {{ref here}}"));

        var filled = Fill.With(
            Of(P("{{ref here}}") + Styled("Heading1", "First") + P("{{> clauses/a}}")), data: null, ("a", clause));

        Assert.Equal(["Section\u00A02.1", "own Section\u00A02.1"], filled.Paragraphs.Where(text => text.Contains("Section", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ref_InAClauseIncludedTwice_MeansTheOwnInclusion()
    {
        var clause = Of(Marked("Heading1", "Included", "here") + P("own {{ref here}}"));

        var filled = Fill.With(Of(P("{{> clauses/a}}", "{{> clauses/a}}")), data: null, ("a", clause));

        Assert.Equal(["own Article\u00A01", "own Article\u00A02"], filled.Paragraphs.Where(text => text.StartsWith("own", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ref_ToAListOfAClauseThatStartsAnew_CountsWithinTheInclusion()
    {
        var (definition, instance) = Xml.List(9);
        var clause = new Template
        {
            Body = Listed(9, "x") + $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"9\"/></w:numPr></w:pPr>{Bookmark(1, "here", R("y"))}</w:p>" + P("own {{ref here}}"),
            Numbering = definition + instance,
        };

        var filled = Fill.With(Of(P("{{> clauses/a}}", "{{> clauses/a}}")), data: null, ("a", clause));

        Assert.Equal(["own (b)", "own (b)"], filled.Paragraphs.Where(text => text.StartsWith("own", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ref_InTablesHeadersAndFootnotes_ShowsTheNumber()
    {
        var template = new Template
        {
            Body = Table(Row("{{ref clause_2}}", "x")) + Agreement + Runs(R("note"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
            Header = P("{{ref clause_2}}"),
            Footnote = P("{{ref clause_2}}"),
            Styles = HouseNumbering.Styles,
            Numbering = HouseNumbering.Numbering,
        };

        var filled = Fill.With(template);

        Assert.Equal("Section\u00A01.2", filled.Paragraphs[0]);
        Assert.Equal(["Section\u00A01.2"], filled.ParagraphsOf("word/header.xml"));
        Assert.Equal(["", "", "Section\u00A01.2"], filled.ParagraphsOf("word/footnotes.xml"));
    }

    [Fact]
    public void Ref_ToABookmarkBeforeItsParagraph_MeansTheParagraphThatFollows()
    {
        var body = Styled("Heading1", "A") + $"<w:bookmarkStart w:id=\"4\" w:name=\"next\"/>{Styled("Clause", "x")}<w:bookmarkEnd w:id=\"4\"/>" + P("{{ref next}}");

        Assert.Equal("Section\u00A01.1", Fill.With(Of(body)).Paragraphs[^1]);
    }

    [Fact]
    public void Ref_ToAHeadingListedInAContentsField_MeansTheClause()
    {
        var contents = Runs("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "<w:r><w:instrText>TOC</w:instrText></w:r>", "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
            + P("Termination") + Runs("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");

        Assert.Equal("Article\u00A02", Fill.With(Of(contents + Agreement + P("{{ref \"Termination\"}}"))).Paragraphs[^1]);
    }

    [Theory]
    [InlineData("{{ref nowhere}}", "no bookmark \"nowhere\"")]
    [InlineData("{{ref \"Nowhere\"}}", "No clause has the heading \"Nowhere\"")]
    [InlineData("{{ref clause_2 | upper}}", "named, number or heading")]
    [InlineData("{{ref clause_2 x}}", "end of the tag")]
    [InlineData("{{ref \" \"}}", "is empty")]
    [InlineData("{{ref plain}}", "without a number")]
    public void Ref_Faulty_IsReportedWithTagAndParagraph(string tag, string message)
    {
        var fault = Fill.Fault(Of(Agreement + Runs(Bookmark(77, "plain", R("plain"))) + P($"See {tag} here.")));

        Assert.Equal(("Main.docx", tag, $"See {tag} here."), (fault.File, fault.Tag, fault.Paragraph));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ref gone}}")]
    [InlineData("{{ref \"Gone\"}}")]
    public void Ref_ToAClauseLeftOutOfThisDraft_IsReported(string tag)
    {
        var body = P("{{#if urgent}}") + Marked("Heading1", "Gone", "gone") + P("{{/if}}", $"See {tag} here.");

        Assert.Equal("See Article\u00A01 here.", Fill.With(Of(body), new Sheet { Urgent = true }).Paragraphs[^1]);
        var fault = Fill.Fault(Of(body));
        Assert.Equal((tag, $"See {tag} here."), (fault.Tag, fault.Paragraph));
        Assert.Contains("left out of this draft", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A clause file that forms share refers under a condition to what only one of them has.</summary>
    [Fact]
    public void Ref_UnderAConditionThatTheFormNeverMeets_MayMeanAClauseThatOnlyAnotherFormHas()
    {
        var template = Of(P("{{#if form == \"JointVenture\"}}{{ref \"Gone\"}}{{else}}fine{{/if}}"));

        Assert.Empty(FaultsAs("NonEquityAlliance.docx"));
        Assert.Contains("No clause has the heading", Assert.Single(FaultsAs("JointVenture.docx")).Message, StringComparison.Ordinal);

        IReadOnlyList<TemplateFault> FaultsAs(string name) => TemplateCompiler.Compile([template.ToFile(name)], AgreementFields.Shape).Faults;
    }

    [Fact]
    public void Ref_ToAHeadingOfTwoClauses_IsReportedUnlessOneIsAnArticle()
    {
        var clauses = Styled("Heading1", "A") + Titled("Audit. ", "x") + Titled("Audit. ", "y");

        Assert.Contains("stands at 2 clauses", Fill.Fault(Of(clauses + P("{{ref \"Audit\"}}"))).Message, StringComparison.Ordinal);
        Assert.Equal("Article\u00A02", Fill.With(Of(clauses + Styled("Heading1", "Audit") + P("{{ref \"Audit\"}}"))).Paragraphs[^1]);
    }

    [Fact]
    public void Ref_ToABookmarkThatATagCuts_IsReported()
    {
        var body = P("{{#if months}}") + $"<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"cut\"/>{R("x")}</w:p>" + P("{{/if}}")
            + Runs(R("y"), "<w:bookmarkEnd w:id=\"1\"/>") + P("{{ref cut}}");

        Assert.Contains("different sides of a tag", Fill.Fault(Of(body)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ref_InADocumentProperty_IsReported() =>
        Assert.Contains("document property", Fill.Fault(new Template { Body = Agreement, Title = "{{ref art_1}}", Styles = HouseNumbering.Styles, Numbering = HouseNumbering.Numbering }).Message, StringComparison.Ordinal);

    private static Template Of(string body) => new() { Body = body, Styles = HouseNumbering.Styles, Numbering = HouseNumbering.Numbering };

    private static string Marked(string style, string text, string bookmark) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{Bookmark(bookmark.Sum(character => character) + bookmark[^1], bookmark, R(text))}</w:p>";

    private static string Titled(string title, string text) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"Clause\"/></w:pPr>{R(title, "<w:rStyle w:val=\"ClauseTitle\"/>")}{R(text)}</w:p>";

    private static void AssertFieldsLead(Filled filled)
    {
        var names = filled.Document.Descendants(Word.BookmarkStart).Select(start => (string?)start.Attribute(Word.NameAttribute)).ToHashSet(StringComparer.Ordinal);
        Assert.All(filled.Document.Descendants(Word.FieldCode), code => Assert.Contains(code.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], names));
    }
}
