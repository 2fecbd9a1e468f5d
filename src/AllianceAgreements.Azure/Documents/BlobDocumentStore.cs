using System.Security.Cryptography;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using Azure.Storage.Blobs;

namespace AllianceAgreements.Azure.Documents;

/// <summary>Documents as block blobs named by folder and SHA-256, written once.</summary>
internal sealed class BlobDocumentStore(AzureStorage storage, TaggedBlobs blobs) : IDocumentStore
{
    private readonly BlobContainerClient _container = storage.Container(DocumentBlob.ContainerName);

    public async ValueTask<string> PutAsync(DocumentFolder folder, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var contentType = DocumentBlob.ContentTypeOf(content.Span);
        var blob = _container.GetBlobClient(DocumentBlob.TryName(folder, sha256));

        // False when it is stored already: whoever did so had the same bytes.
        await blobs.TryCreateAsync(blob, content, contentType, DocumentBlob.TagsOf(folder, contentType), cancellationToken);
        return sha256;
    }

    public async ValueTask<Stream?> OpenAsync(DocumentFolder folder, string sha256, CancellationToken cancellationToken) =>
        DocumentBlob.TryName(folder, sha256) is { } name
            ? await _container.GetBlobClient(name).TryOpenAsync(cancellationToken)
            : null;
}
