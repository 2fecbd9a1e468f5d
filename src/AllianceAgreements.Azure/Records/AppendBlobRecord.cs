using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Records;

/// <summary>
/// Records as append blobs: a record is one blob, a line an entry, or several of them (segments) one after the other. Nothing is ever
/// overwritten, and nothing but blocks is added to a blob once it is there, so a retention policy that allows protected appends may lie on
/// the container.
/// </summary>
/// <remarks>
/// Two writers can never fork a record, whoever crashes when:
/// <list type="number">
/// <item>An append is one block, which the service takes whole or not at all, and only at the length that its writer has read (append
/// position). Of all who read the same length, one succeeds.</item>
/// <item>After how many blocks a segment is closed is written into it when it is created, and blocks are never taken away. So how many it
/// has follows from its length: whoever reads the length at which it is closed knows that it is, and appends nothing; whoever read less
/// is refused by 1. The last entry of a closed segment therefore stays the last.</item>
/// <item>The next segment is created only by those who have read that the one before is closed, only where there is none, and empty; its
/// first entry is appended at length 0, so by one writer, by 1. A crash before the creation, or between it and that append, leaves what
/// the next writer takes up at the same point.</item>
/// </list>
/// The seal that the service is asked to put on a closed segment is for other tools; none of this rests on it. A segment that somebody
/// sealed earlier is closed just so: the service itself takes no further block.
/// </remarks>
internal sealed class AppendBlobRecord(AzureStorage storage, IOptions<AzureStorageOptions> options, ILogger<AppendBlobRecord> logger)
    : IAgreementRecord
{
    public const string ContainerName = "records";

    private const string BlobIsSealed = "BlobIsSealed";

    private readonly BlobContainerClient _container = storage.Container(ContainerName);
    private readonly RecordHeads _heads = new(storage.Container(ContainerName), logger);

    public async ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken) =>
        (await StoredRecord.ReadAsync(_container, id, cancellationToken)).Entries;

    public async ValueTask<bool> TryAppendAsync(AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
    {
        RecordChain.RequireChained(entries);
        for (var again = false; ; again = true)
        {
            var stored = await TryBeginAsync(id, entries[0], cancellationToken)
                ?? await StoredRecord.ReadAsync(_container, id, cancellationToken);
            if (!stored.EndsRightBefore(entries[0]))
            {
                return false;
            }

            var (segment, length) = await OpenAsync(stored, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await AppendAsync(segment, length, entries);
                return true;
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobIsSealed && !again)
            {
                // Since it was read: so the entries go into the next one.
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet)
            {
                // Somebody was faster; or a try before this one got through and its answer did not.
                return (await StoredRecord.ReadAsync(_container, id, CancellationToken.None)).Holds(entries);
            }
            catch (Exception fault) when (MayHaveArrived(fault))
            {
                if ((await StoredRecord.ReadAsync(_container, id, CancellationToken.None)).Holds(entries))
                {
                    return true;
                }

                // Not false, which promises that the entries will not stand there: they may still be on their way.
                throw;
            }
        }
    }

    public IAsyncEnumerable<RecordHead> ListAsync(DateTimeOffset? changedSince, AgreementId? after, CancellationToken cancellationToken) =>
        _heads.ListAsync(changedSince, after, cancellationToken);

    // Not to be cancelled once the block is on its way: who gave up here would not know whether the entries stand, and would leave undone
    // what follows from them. How long it takes is bounded by the SDK's tries.
    private static async Task AppendAsync(AppendBlobClient segment, long length, IReadOnlyList<RecordEntry> entries)
    {
        using var lines = new MemoryStream(RecordLines.Join(entries), writable: false);
        var append = new AppendBlobAppendBlockOptions
        {
            Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = length },
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        };
        await segment.AppendBlockAsync(lines, append, CancellationToken.None);
    }

    // No answer, or one that says nothing about what became of the block; after several of them the SDK gathers what each try ended with.
    private static bool MayHaveArrived(Exception fault) =>
        fault is RequestFailedException { Status: 0 or 408 or >= 500 } or AggregateException or IOException or OperationCanceledException;

    private AppendBlobClient Client(SegmentName name) => _container.GetAppendBlobClient(name.ToString());

    /// <summary>Begins the record, where the entry is a first one and nobody else did: what is created empty needs no reading.</summary>
    private async Task<StoredRecord?> TryBeginAsync(AgreementId id, RecordEntry entry, CancellationToken cancellationToken)
    {
        var name = new SegmentName(id, 0);
        return entry.Position == 0
            && await RecordSegment.TryCreateAsync(_container, name, options.Value.RecordBlocksPerSegment, cancellationToken)
                ? new StoredRecord(id, [], new RecordSegment(name, 0, IsClosed: false, IsSealed: false))
                : null;
    }

    /// <summary>Makes sure of a segment that takes the entries, and tells at which length.</summary>
    private async Task<(AppendBlobClient Segment, long Length)> OpenAsync(StoredRecord stored, CancellationToken cancellationToken)
    {
        if (stored.Last is { IsClosed: false } open)
        {
            return (Client(open.Name), open.Length);
        }

        if (stored.Last is { IsSealed: false } closed)
        {
            await SealAsync(closed.Name, cancellationToken);
        }

        // Whether it is created here or by somebody else: it is empty, or has grown since, and then the append is refused.
        var next = new SegmentName(stored.Agreement, stored.Last is { } last ? last.Name.Number + 1 : 0);
        await RecordSegment.TryCreateAsync(_container, next, options.Value.RecordBlocksPerSegment, cancellationToken);
        return (Client(next), 0);
    }

    private async Task SealAsync(SegmentName name, CancellationToken cancellationToken)
    {
        try
        {
            await Client(name).SealAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException fault)
        {
            // Not every account can, nor every identity may; see the remarks.
            logger.SegmentNotSealed(name.ToString(), fault.ErrorCode);
        }
    }
}
