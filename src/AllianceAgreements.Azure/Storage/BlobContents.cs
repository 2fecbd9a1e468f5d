using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

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

    /// <summary>Reads a small blob; null when there is none.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(this BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await blob.DownloadContentAsync(cancellationToken);
            return download.Content.ToMemory();
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
