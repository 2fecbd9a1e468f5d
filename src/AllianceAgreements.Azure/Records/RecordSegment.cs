using System.Globalization;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Record;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace AllianceAgreements.Azure.Records;

/// <summary>A segment of a record, as it was at one moment.</summary>
/// <param name="Name">Which.</param>
/// <param name="Length">How many bytes it had: where the next append goes.</param>
/// <param name="IsClosed">Whether it never takes another entry.</param>
/// <param name="IsSealed">Whether the service knows that too.</param>
internal sealed record RecordSegment(SegmentName Name, long Length, bool IsClosed, bool IsSealed)
{
    /// <summary>The metadata that says after how many blocks the segment is closed. Set when it is created and never changed.</summary>
    private const string BlockLimit = "blocks";

    /// <summary>Reads a segment and its entries, in one request and so as of one moment; null when there is none.</summary>
    /// <exception cref="InvalidDataException">It holds something else than entries.</exception>
    public static async Task<(RecordSegment Segment, IReadOnlyList<RecordEntry> Entries)?> ReadAsync(
        BlobContainerClient container, SegmentName name, CancellationToken cancellationToken)
    {
        if (await container.GetAppendBlobClient(name.ToString()).TryReadAsync(cancellationToken) is not { } blob)
        {
            return null;
        }

        var content = blob.Content.ToMemory();
        var limit = blob.Details.Metadata.TryGetValue(BlockLimit, out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var blocks)
            ? blocks
            : AzureStorageOptions.MaximumBlocksPerSegment;
        var closed = blob.Details.IsSealed || blob.Details.BlobCommittedBlockCount >= limit;
        try
        {
            List<RecordEntry> entries = [.. RecordLines.Split(content).Select(RecordEntry.Parse)];
            return (new RecordSegment(name, content.Length, closed, blob.Details.IsSealed), entries);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"'{name}' is not a record. {fault.Message}", fault);
        }
    }

    /// <summary>Begins a segment; false when somebody else did.</summary>
    public static async Task<bool> TryCreateAsync(
        BlobContainerClient container, SegmentName name, int blockLimit, CancellationToken cancellationToken)
    {
        var options = new AppendBlobCreateOptions
        {
            Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/jsonl" },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [BlockLimit] = blockLimit.ToString(CultureInfo.InvariantCulture) },
        };
        try
        {
            await container.GetAppendBlobClient(name.ToString()).CreateAsync(options, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (WriteOnce.IsTaken(fault))
        {
            return false;
        }
    }
}
