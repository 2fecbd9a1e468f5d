using System.Text.Json;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class AnyRequestDraftTests
{
    /// <summary>Whatever is valid drafts, and Word can open it: no field missing, no text that breaks the markup. Every form, every choice, every text.</summary>
    [Fact]
    public void Draft_AnyValidRequest_IsValidOpenXmlAndConsistent() =>
        RequestGen.Any.Where(request => FormDrafts.Forms.Contains(request.Form)).Sample(
            request =>
            {
                var terms = SampleRequests.Accept(JsonSerializer.SerializeToUtf8Bytes(request, RequestJson.Options));
                var bytes = FormDrafts.Draft(terms);

                using (var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false))
                {
                    Assert.Empty(Validity.FaultsOf(document));
                }

                var draft = DraftText.Read(bytes);
                Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.Style == "TemplateTag");
                Assert.Equal(DraftConsistency.ExpectedContents(draft), DraftConsistency.Contents(draft));
                Assert.Empty(DraftConsistency.BrokenReferences(draft));
            },
            iter: 25,
            threads: 1);
}
