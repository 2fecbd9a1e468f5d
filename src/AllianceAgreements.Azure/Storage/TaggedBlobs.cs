using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Azure.Storage;

/// <summary>
/// Writes blobs with index tags; without them where this process may write blobs but no tags, which takes a right of its own
/// (Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/write). Tags help whoever searches the account by other means;
/// nothing of the product reads them, so their absence is worth a warning and not a failure.
/// </summary>
internal sealed class TaggedBlobs(ILogger<TaggedBlobs> logger)
{
    private const int Forbidden = 403;

    private int _refused;

    /// <summary>The tags to write; null once the account has refused some.</summary>
    public Dictionary<string, string>? Permit(Dictionary<string, string> tags) => Volatile.Read(ref _refused) == 0 ? tags : null;

    /// <summary>As <see cref="WriteOnce.TryCreateAsync"/>.</summary>
    public async Task<bool> TryCreateAsync(
        BlobClient blob, ReadOnlyMemory<byte> content, string contentType, Dictionary<string, string> tags, CancellationToken cancellationToken)
    {
        if (Permit(tags) is not { } permitted)
        {
            return await WriteOnce.TryCreateAsync(blob, content, contentType, tags: null, cancellationToken);
        }

        try
        {
            return await WriteOnce.TryCreateAsync(blob, content, contentType, permitted, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == Forbidden && permitted.Count > 0)
        {
            // The service does not say which right is missing. Where it lets the same be written without tags, it is that one.
            var written = await WriteOnce.TryCreateAsync(blob, content, contentType, tags: null, cancellationToken);
            if (Interlocked.Exchange(ref _refused, 1) == 0)
            {
                logger.TagsRefused(AzureStorageFaults.BlobRole);
            }

            return written;
        }
    }
}
