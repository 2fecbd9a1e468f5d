using AllianceAgreements.Azure.Documents;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Azure.Archive;

/// <summary>
/// Lets the service copy stored documents into the archive, so that their bytes do not travel. What is checked without reading them:
/// before, that the document has the length that the file says, since what is once in the archive stays there; while it is copied, that it
/// does not change (ETag); after, that the copy has its length and the MD5 that the service computed when the document was stored, when it
/// also took it only with the right MD5. The SHA-256 is in the document's name since then; it is computed anew by whoever verifies the
/// archive.
/// </summary>
internal sealed class DocumentCopier(AzureStorage storage, TaggedBlobs blobs, TimeProvider time, ILogger<DocumentCopier> logger)
{
    private static readonly TimeSpan SignatureLifetime = TimeSpan.FromMinutes(30);
    private static readonly TokenRequestContext StorageScope = new(["https://storage.azure.com/.default"]);

    private readonly BlobContainerClient _documents = storage.Container(DocumentBlob.ContainerName);

    /// <exception cref="InvalidDataException">The document is not what the file says.</exception>
    public async Task<DocumentCopy> TryCopyAsync(
        BlobClient target, ArchiveFile file, Dictionary<string, string> tags, CancellationToken cancellationToken)
    {
        if (file.StoredIn is not { } folder || DocumentBlob.TryName(folder, file.Sha256) is not { } name)
        {
            return DocumentCopy.NotPossible;
        }

        try
        {
            var source = _documents.GetBlobClient(name);
            BlobProperties original = await source.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (original.ContentLength != file.Bytes)
            {
                throw ArchiveWriter.NotAsSaid(file);
            }

            var (uri, authentication) = await AuthoriseAsync(source, cancellationToken);
            await target.SyncCopyFromUriAsync(
                uri,
                new BlobCopyFromUriOptions
                {
                    SourceAuthentication = authentication,
                    SourceConditions = new BlobRequestConditions { IfMatch = original.ETag },
                    DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    Tags = blobs.Permit(tags),
                },
                cancellationToken);
            BlobProperties copy = await target.GetPropertiesAsync(cancellationToken: cancellationToken);
            return copy.ContentLength == file.Bytes && copy.ContentHash is { } hash && hash.AsSpan().SequenceEqual(original.ContentHash)
                ? DocumentCopy.Copied
                : DocumentCopy.Taken;
        }
        catch (RequestFailedException fault) when (fault.Status == 409 && WriteOnce.IsTaken(fault))
        {
            return DocumentCopy.Taken;
        }
        catch (RequestFailedException fault) when (fault.Status is >= 400 and < 500 or 501)
        {
            // For instance because the account's network rules keep it from calling itself, because the document is in another store, or
            // because it changed meanwhile: whoever reads it sees.
            logger.NotCopied(file.Path, fault.ErrorCode);
            return DocumentCopy.NotPossible;
        }
    }

    private async Task<(Uri Uri, HttpAuthorization? Authentication)> AuthoriseAsync(BlobClient source, CancellationToken cancellationToken)
    {
        if (source.CanGenerateSasUri)
        {
            return (source.GenerateSasUri(BlobSasPermissions.Read, time.GetUtcNow() + SignatureLifetime), null);
        }

        var token = await storage.Credential.GetTokenAsync(StorageScope, cancellationToken);
        return (source.Uri, new HttpAuthorization("Bearer", token.Token));
    }
}

/// <summary>What became of a copy.</summary>
internal enum DocumentCopy
{
    /// <summary>It is there.</summary>
    Copied,

    /// <summary>Something is there that has to be read to know whether it is the file: it was there already, or the copy looks different.</summary>
    Taken,

    /// <summary>The file is no stored document, or the service does not copy it.</summary>
    NotPossible,
}
