using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AllianceAgreements.Web.Components;

/// <summary>The documents of an agreement, and how they are handed out.</summary>
internal static class StoredDocuments
{
    /// <summary>Every document of an agreement, oldest revision first.</summary>
    public static IEnumerable<StoredDocument> Of(AgreementState state)
    {
        foreach (var revision in state.Revisions)
        {
            var folder = DocumentFolder.ForRevision(state.Id, revision.Number);
            if (revision.Draft is { } draft)
            {
                yield return new StoredDocument(folder, draft, revision.Number);
            }

            if (revision.Redline is { } redline)
            {
                yield return new StoredDocument(folder, redline.Document, revision.Number);
            }

            yield return new StoredDocument(folder, revision.Terms, revision.Number);
        }

        if (state.Signing is { } signing)
        {
            foreach (var copy in signing.Signatories.Select(signatory => signatory.Copy).OfType<DocumentReference>())
            {
                yield return new StoredDocument(DocumentFolder.ForSignedCopies(state.Id), copy, signing.Revision);
            }
        }
    }

    /// <summary>Hands a document out as a file to keep, never to be shown in place.</summary>
    public static async ValueTask<FileStreamHttpResult> SendAsync(
        this IDocumentStore documents, StoredDocument document, CancellationToken cancellationToken)
    {
        var stream = await documents.OpenAsync(document.Folder, document.Reference.Sha256, cancellationToken)
            ?? throw new InvalidDataException($"Document {document.Reference.Sha256} is missing from the document store.");
        return TypedResults.File(
            stream, DocumentNames.MediaTypeOf(document.Reference), document.Reference.Name,
            entityTag: new EntityTagHeaderValue($"\"{document.Reference.Sha256}\""), enableRangeProcessing: true);
    }
}

/// <summary>A document and where it is kept.</summary>
/// <param name="Folder">Its folder in the document store.</param>
/// <param name="Reference">The document.</param>
/// <param name="Revision">The revision it belongs to.</param>
public sealed record StoredDocument(DocumentFolder Folder, DocumentReference Reference, int Revision);
