using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace AllianceAgreements.Azure.Storage;

/// <summary>Reading blobs that may not be there. A container that is not there is a fault all the same.</summary>
internal static class BlobContents
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>Opens a blob, seekable, a piece of it in memory at a time; null when there is none.</summary>
    public static async ValueTask<Stream?> TryOpenAsync(this BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = BufferBytes }, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Reads a blob, or from some byte on, as it was at one moment; null when there is none.</summary>
    public static async ValueTask<BlobDownloadResult?> TryReadAsync(this BlobBaseClient blob, CancellationToken cancellationToken, long from = 0)
    {
        var options = new BlobDownloadOptions { Range = from == 0 ? default : new HttpRange(from) };
        while (true)
        {
            try
            {
                return await blob.DownloadContentAsync(options, cancellationToken);
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ConditionNotMet)
            {
                // The connection broke half-way, and when the SDK went on from there the blob had grown: so from the start.
            }
        }
    }
}
