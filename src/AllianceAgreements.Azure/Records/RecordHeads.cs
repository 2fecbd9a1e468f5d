using System.Runtime.CompilerServices;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Azure.Records;

/// <summary>How far the records go. A listing tells which changed, 5,000 a request; of those, one request each reads the last entry.</summary>
internal sealed class RecordHeads(BlobContainerClient container, ILogger logger)
{
    private const int AtOnce = 16;

    // Several times a usual entry, so that a second request is rare.
    private const long TailBytes = 8 * 1024;

    public async IAsyncEnumerable<RecordHead> ListAsync(
        DateTimeOffset? changedSince, AgreementId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The service tells times in whole seconds, cut off.
        var since = changedSince is { } moment ? DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds()) : DateTimeOffset.MinValue;
        var reading = new Queue<Task<RecordHead?>>();
        await foreach (var listed in ListedRecord.ListAsync(container, cancellationToken))
        {
            // The service lists in alphabetical order. To pass over 5,000 names costs one request, and nothing is read of them.
            if (listed.LastModified < since || listed.Last.Agreement <= after)
            {
                continue;
            }

            reading.Enqueue(ReadAsync(listed, cancellationToken));
            if (reading.Count == AtOnce && await reading.Dequeue() is { } head)
            {
                yield return head;
            }
        }

        while (reading.TryDequeue(out var next))
        {
            if (await next is { } head)
            {
                yield return head;
            }
        }
    }

    private async Task<RecordHead?> ReadAsync(ListedRecord listed, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadLastLineAsync(listed, cancellationToken) is { } line
                ? new RecordHead(listed.Last.Agreement, RecordEntry.Parse(line).Position)
                : null;
        }
        catch (InvalidDataException fault)
        {
            // One spoilt record must not keep the others from being listed, nor look as if it were gone.
            logger.RecordSpoilt(listed.Last.ToString(), fault.Message);
            return new RecordHead(listed.Last.Agreement, RecordHead.Unknown);
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReadLastLineAsync(ListedRecord listed, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(listed.Last.ToString());
        for (var bytes = TailBytes; ; bytes *= 8)
        {
            // Open at its end: what was appended since the listing is read along.
            var start = Math.Max(0, listed.Length - bytes);
            if (await blob.TryReadAsync(cancellationToken, from: start) is not { } tail)
            {
                return null;
            }

            if (RecordLines.FindLast(tail.Content.ToMemory(), isWhole: start == 0) is { } line)
            {
                return line;
            }
        }
    }
}
