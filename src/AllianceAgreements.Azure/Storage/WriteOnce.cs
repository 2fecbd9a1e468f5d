using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace AllianceAgreements.Azure.Storage;

/// <summary>Blobs that are written once, whole, and never again.</summary>
internal static class WriteOnce
{
    /// <summary>
    /// Writes a blob in one request, which the service takes only if the bytes it received have the hash that was sent with them. False,
    /// and nothing is written, when the blob is there already, whatever it holds.
    /// </summary>
    public static async Task<bool> TryCreateAsync(
        BlobClient blob, ReadOnlyMemory<byte> content, string contentType, IDictionary<string, string>? tags, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(content), Options(content.Length, contentType, tags), cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (IsTaken(fault))
        {
            return false;
        }
    }

    /// <summary>As <see cref="TryCreateAsync"/>, for callers that cannot wait.</summary>
    public static bool TryCreate(BlobClient blob, ReadOnlyMemory<byte> content, string contentType)
    {
        try
        {
            blob.Upload(BinaryData.FromBytes(content), Options(content.Length, contentType, tags: null));
            return true;
        }
        catch (RequestFailedException fault) when (IsTaken(fault))
        {
            return false;
        }
    }

    /// <summary>Whether a write failed because the blob is there already.</summary>
    public static bool IsTaken(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || fault.ErrorCode == BlobErrorCode.ConditionNotMet
        || fault.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy;

    private static BlobUploadOptions Options(int length, string contentType, IDictionary<string, string>? tags) => new()
    {
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
        Tags = tags,
        // What is not smaller than this is sent in blocks, and then the service checks and keeps no hash of the whole.
        TransferOptions = new StorageTransferOptions { InitialTransferSize = length + 1L },
        TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
    };
}
