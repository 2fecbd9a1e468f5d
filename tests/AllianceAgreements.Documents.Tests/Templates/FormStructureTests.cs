using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class FormStructureTests
{
    public static TheoryData<string> Requests => [.. FormRequests.Names];

    public static TheoryData<AllianceForm> Forms => [.. FormDrafts.Forms];

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
        var draft = FormDrafts.TextOf(request);

        Assert.Equal(DraftConsistency.ExpectedContents(draft), DraftConsistency.Contents(draft));
    }

    /// <summary>One list for all articles and one for all schedules, so that numbers run on through included clauses.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_NumbersByStyleInOneListEach(string request)
    {
        using var document = Open(request);
        var draft = FormDrafts.TextOf(request);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);

        Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.HasOwnNumbering);
        Assert.Single(ListsOf(styles, "Heading1", "Clause", "Subclause", "Subparagraph"));
        Assert.Single(ListsOf(styles, "ScheduleHeading", "ScheduleClause", "ScheduleSubclause"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draft_ProtectedHealthInformation_DecidesOnTheBusinessAssociateSchedule(AllianceForm form)
    {
        Assert.Contains(HeadingsOf("health information returned"), heading => heading.Text == "Business Associate Terms");
        Assert.DoesNotContain(HeadingsOf("no health information"), heading => heading.Text == "Business Associate Terms");

        IEnumerable<DraftParagraph> HeadingsOf(string variant) => FormDrafts.TextOf(FormRequests.Name(form, variant)).Headings;
    }

    [Fact]
    public void Draft_TwentyParties_HasASignatureBlockForEachThatStaysOnOnePage()
    {
        using var document = Open(FormRequests.Name(AllianceForm.JointVenture, "twenty parties"));

        var blocks = document.MainDocumentPart!.Document!.Body!.Descendants<TableRow>()
            .Where(row => row.Descendants<ParagraphStyleId>().Any(style => style.Val == "SignatureParty")).ToList();

        Assert.Equal(20, blocks.Count);
        Assert.All(blocks, block => Assert.NotEmpty(block.Descendants<CantSplit>()));
        Assert.StartsWith("SAINT BRIGID LAKESHORE HEALTH SYSTEM", blocks[^1].InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_EveryTable_RepeatsItsHeaderAndKeepsItsRowsWhole(string request)
    {
        using var document = Open(request);

        var tables = document.MainDocumentPart!.Document!.Body!.Descendants<Table>()
            .Where(table => table.Descendants<TableStyle>().Any(style => style.Val == "AgreementTable")).ToList();

        Assert.True(tables.Count > 8);
        Assert.All(tables, table => Assert.NotEmpty(table.Elements<TableRow>().First().Descendants<TableHeader>()));
        Assert.All(tables.SelectMany(table => table.Elements<TableRow>()), row => Assert.NotEmpty(row.Descendants<CantSplit>()));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draft_Header_BearsTitleReferenceAndRevision(AllianceForm form)
    {
        using var document = Open(FormRequests.Name(form, "courts"));
        var title = FormRequests.Terms(FormRequests.Name(form, "courts")).Request.Title;

        var header = Assert.Single(document.MainDocumentPart!.HeaderParts).Header!.InnerText;

        Assert.Equal($"{title}Reference {FormDrafts.Reference}, revision {FormDrafts.Revision}", header);
    }

    /// <summary>The kind of agreement stands in five places of a template, and must be the same in all of them.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void Draft_KindOfAgreement_IsTheSameOnTheCoverInThePropertiesAndInTheFooter(AllianceForm form)
    {
        var request = FormRequests.Name(form, "courts");
        using var document = Open(request);
        var paragraphs = FormDrafts.TextOf(request).Paragraphs;

        var kind = Assert.Single(paragraphs, paragraph => paragraph.Style == "CoverKind").Text;

        Assert.Equal(kind, Assert.Single(paragraphs, paragraph => paragraph.Style == "AgreementTitle").Text);
        Assert.Contains(paragraphs, paragraph => paragraph.Text.StartsWith($"This {kind} (this “Agreement”)", StringComparison.Ordinal));
        Assert.Equal($"{FormRequests.Terms(request).Request.Title} – {kind}", document.PackageProperties.Title);
        Assert.StartsWith(kind, Assert.Single(document.MainDocumentPart!.FooterParts).Footer!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draft_Properties_SayWhatTheDocumentIs(AllianceForm form)
    {
        var request = FormRequests.Name(form, "courts");
        using var document = Open(request);
        var kind = Assert.Single(FormDrafts.TextOf(request).Paragraphs, paragraph => paragraph.Style == "CoverKind").Text;
        var lead = FormRequests.Terms(request).Request.Parties.Single(party => party.Role == PartyRole.Lead).ShortName;

        var properties = document.PackageProperties;

        Assert.Equal($"{FormDrafts.Reference}, revision {FormDrafts.Revision}", properties.Subject);
        Assert.Equal($"{kind}, {FormDrafts.Reference}, {lead}", properties.Keywords);
        Assert.Equal(("Alliance Agreements", "en-US"), (properties.Creator, properties.Language));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draft_Footer_CountsPages(AllianceForm form)
    {
        using var document = Open(FormRequests.Name(form, "courts"));

        var fields = Assert.Single(document.MainDocumentPart!.FooterParts).Footer!.Descendants<FieldCode>().Select(field => field.Text.Trim());

        Assert.Equal(["PAGE", "NUMPAGES"], fields);
    }

    private static WordprocessingDocument Open(string request) =>
        WordprocessingDocument.Open(new MemoryStream(FormDrafts.Of(request), writable: false), isEditable: false);

    private static IEnumerable<int> ListsOf(Dictionary<string, Style> styles, params string[] ids) =>
        ids.Select(id => styles[id].StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).Distinct();
}
