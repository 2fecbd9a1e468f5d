using System.Text.Json;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class AnyRequestDraftTests
{
    /// <summary>Whatever is valid drafts, and Word can open it: no field missing, no text that breaks the markup.</summary>
    [Fact]
    public void Draft_AnyValidRequest_IsValidOpenXml() =>
        RequestGen.Any.Where(request => FormDrafts.Forms.Contains(request.Form)).Sample(
            request =>
            {
                var terms = SampleRequests.Accept(JsonSerializer.SerializeToUtf8Bytes(request, RequestJson.Options));
                using var document = WordprocessingDocument.Open(new MemoryStream(FormDrafts.Draft(terms), writable: false), isEditable: false);
                return Validity.FaultsOf(document).Count == 0;
            },
            iter: 25,
            threads: 1);
}
