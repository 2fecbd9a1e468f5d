using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;

namespace AllianceAgreements.Azure.Records;

/// <summary>A record, as the listing of the container tells of it.</summary>
/// <param name="Last">Its last segment that has entries.</param>
/// <param name="Length">How many bytes that had.</param>
/// <param name="LastModified">When any of its segments was last written to, in whole seconds, by the service's clock.</param>
internal sealed record ListedRecord(SegmentName Last, long Length, DateTimeOffset LastModified)
{
    /// <summary>Every record that has an entry. The listing is in order of names, so the segments of a record come one after the other.</summary>
    public static async IAsyncEnumerable<ListedRecord> ListAsync(
        BlobContainerClient container, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListedRecord? current = null;
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (SegmentName.TryParse(blob.Name) is not { } name
                || blob.Properties is not { ContentLength: > 0 and var length, LastModified: { } modified })
            {
                continue;
            }

            var listed = new ListedRecord(name, length, modified);
            if (current is not null && current.Last.Agreement != name.Agreement)
            {
                yield return current;
            }
            else if (current is not null && current.LastModified > modified)
            {
                listed = listed with { LastModified = current.LastModified };
            }

            current = listed;
        }

        if (current is not null)
        {
            yield return current;
        }
    }
}
