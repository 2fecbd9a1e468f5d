using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests;

public sealed class AgreementDrafterTests
{
    private const int Requests = 12;

    public static TheoryData<string> Samples { get; } = new(SampleRequests.Names);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Draft_Sample_IsASoundDocumentWithoutTags(string name)
    {
        var terms = SampleRequests.Terms(name);
        var templates = await AgreementDrafts.LoadAsync(terms.Request.Form, Cancellation);

        var filled = new Filled(new AgreementDrafter().Draft(templates, new DraftingInput(terms, "AA-2026-7F3K-9Q2M", Revision: 2)));

        var text = string.Join('\n', filled.Paragraphs);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.All(terms.Request.Parties, party => Assert.Contains(party.LegalName, text, StringComparison.Ordinal));
        Assert.All(terms.Request.ResourceLedger, row => Assert.Contains(row.Description, text, StringComparison.Ordinal));
        Assert.Contains("Reference AA-2026-7F3K-9Q2M, revision 2", string.Concat(filled.ParagraphsOf("word/header1.xml")), StringComparison.Ordinal);
        Assert.Contains(terms.Request.Title, filled.Part("docProps/core.xml").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_AnyRequest_IsASoundDocumentWithTheSameBytesTwice()
    {
        var templates = new Dictionary<AllianceForm, CompiledTemplate>();
        foreach (var form in FormDrafts.Forms)
        {
            var compiled = templates[form] = TemplateCompiler.Compile(await AgreementDrafts.LoadAsync(form, Cancellation), AgreementFields.Shape);
            Assert.Empty(compiled.Faults);
        }

        RequestGen.Any.Sample(
            request =>
            {
                var compiled = templates[request.Form];
                var stamp = new DraftStamp(request.Term.EffectiveDate, Revision: 1, "AA-2026-0000-0000", Terms: default);
                var bytes = compiled.Render(new AgreementFields(request, "AA-2026-0000-0000", revision: 1), stamp);

                DocumentCheck.AssertSound(bytes);
                Assert.Equal(bytes, compiled.Render(new AgreementFields(request, "AA-2026-0000-0000", revision: 1), stamp));
            },
            iter: Requests);
    }

    [Fact]
    public void Draft_WithoutTemplate_Throws() =>
        Assert.Throws<ArgumentException>(() => new AgreementDrafter().Draft([], new DraftingInput(SampleRequests.Terms(SampleRequests.NorthernHeart), "AA-1", Revision: 1)));
}
