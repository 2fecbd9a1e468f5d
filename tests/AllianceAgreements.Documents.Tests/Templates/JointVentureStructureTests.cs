using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class JointVentureStructureTests
{
    public static TheoryData<string> Requests => [.. JointVentureRequests.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_IsValidOpenXml(string request)
    {
        using var document = Open(request);

        Assert.Empty(Validity.FaultsOf(document));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_ListsInTheContentsEveryHeadingWithItsNumber(string request)
    {
        var draft = JointVentureDrafts.TextOf(request);
        var articles = Numbered("Article", draft.Headings.Where(heading => heading.Style == "Heading1"));
        var schedules = Numbered("Schedule", draft.Headings.Where(heading => heading.Style == "ScheduleHeading"));

        var contents = draft.Paragraphs.Where(paragraph => paragraph.Style == "TOC1").Select(paragraph => paragraph.Text);

        Assert.Equal(articles.Concat(schedules), contents);
    }

    /// <summary>One list for all articles and one for all schedules, so that numbers run on through included clauses.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_NumbersByStyleInOneListEach(string request)
    {
        using var document = Open(request);
        var draft = JointVentureDrafts.TextOf(request);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);

        Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.HasOwnNumbering);
        Assert.Single(ListsOf(styles, "Heading1", "Clause", "Subclause", "Subparagraph"));
        Assert.Single(ListsOf(styles, "ScheduleHeading", "ScheduleClause", "ScheduleSubclause"));
    }

    [Fact]
    public void Draft_ProtectedHealthInformation_DecidesOnTheBusinessAssociateSchedule()
    {
        Assert.Contains(JointVentureDrafts.TextOf("northern heart").Headings, heading => heading.Text == "Business Associate Terms");
        Assert.DoesNotContain(JointVentureDrafts.TextOf("north atlantic").Headings, heading => heading.Text == "Business Associate Terms");
    }

    [Fact]
    public void Draft_TwentyParties_HasASignatureBlockForEachThatStaysOnOnePage()
    {
        using var document = Open("twenty parties");

        var blocks = document.MainDocumentPart!.Document!.Body!.Descendants<TableRow>()
            .Where(row => row.Descendants<ParagraphStyleId>().Any(style => style.Val == "SignatureParty")).ToList();

        Assert.Equal(20, blocks.Count);
        Assert.All(blocks, block => Assert.NotEmpty(block.Descendants<CantSplit>()));
        Assert.StartsWith("SAINT BRIGID LAKESHORE HEALTH SYSTEM", blocks[^1].InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_EveryTable_RepeatsItsHeaderAndKeepsItsRowsWhole()
    {
        using var document = Open("northern heart");

        var tables = document.MainDocumentPart!.Document!.Body!.Descendants<Table>()
            .Where(table => table.Descendants<TableStyle>().Any(style => style.Val == "AgreementTable")).ToList();

        Assert.True(tables.Count > 10);
        Assert.All(tables, table => Assert.NotEmpty(table.Elements<TableRow>().First().Descendants<TableHeader>()));
        Assert.All(tables.SelectMany(table => table.Elements<TableRow>()), row => Assert.NotEmpty(row.Descendants<CantSplit>()));
    }

    [Fact]
    public void Draft_Header_BearsTitleReferenceAndRevision()
    {
        using var document = Open("northern heart");

        var header = Assert.Single(document.MainDocumentPart!.HeaderParts).Header!.InnerText;

        Assert.Equal($"Northern Heart Cardiovascular AllianceReference {JointVentureDrafts.Reference}, revision {JointVentureDrafts.Revision}", header);
        Assert.Equal("Northern Heart Cardiovascular Alliance – Joint Venture Agreement", document.PackageProperties.Title);
    }

    [Fact]
    public void Draft_Footer_CountsPages()
    {
        using var document = Open("northern heart");

        var fields = Assert.Single(document.MainDocumentPart!.FooterParts).Footer!.Descendants<FieldCode>().Select(field => field.Text.Trim());

        Assert.Equal(["PAGE", "NUMPAGES"], fields);
    }

    private static WordprocessingDocument Open(string request) =>
        WordprocessingDocument.Open(new MemoryStream(JointVentureDrafts.Of(request), writable: false), isEditable: false);

    private static IEnumerable<string> Numbered(string kind, IEnumerable<DraftParagraph> headings) =>
        headings.Select((heading, index) => string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}\t{heading.Text}"));

    private static IEnumerable<int> ListsOf(Dictionary<string, Style> styles, params string[] ids) =>
        ids.Select(id => styles[id].StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).Distinct();
}
