using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// Brings the index up to the records where a crash left something out. Doing so twice, or while all is well, changes nothing. On Azure, a
/// look at recent ones costs a line in a listing for each record there is, 5,000 a request, and two reads for each that changed; a look at
/// all costs two reads for each there is.
/// </summary>
public sealed class IndexRepair(
    IAgreementRecord record, IAgreementIndex index, AgreementRepository agreements, ISweepCursor cursor, TimeProvider time,
    ILogger<IndexRepair> logger)
{
    /// <summary>
    /// How far back <see cref="RepairRecentAsync"/> looks: an hour. Longer than a sweep is late, or a clock off, on any day but one of an
    /// outage; what an outage hides from it, the next look at everything finds.
    /// </summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromHours(1);

    // So many are compared at once, and so many are looked at again after a crash.
    private const int HeadsAtOnce = 500;

    /// <summary>Looks at every record. Returns how many agreements the index lagged behind.</summary>
    public async ValueTask<int> RepairAllAsync(CancellationToken cancellationToken)
    {
        var walk = new Walk();
        await CompareAsync(walk, cancellationToken);
        return walk.Repaired;
    }

    /// <summary>Looks at the records that changed within <see cref="LookBack"/>. Returns how many agreements the index lagged behind.</summary>
    public async ValueTask<int> RepairRecentAsync(CancellationToken cancellationToken)
    {
        var walk = new Walk { ChangedSince = time.GetUtcNow() - LookBack };
        await CompareAsync(walk, cancellationToken);
        return walk.Repaired;
    }

    /// <summary>
    /// Looks at every record for a while, beginning where the last call stopped or was cut off by whatever, be it a crash. It always
    /// gets further by some hundred records.
    /// </summary>
    /// <param name="atMost">For how long. What is under way then is ended, which takes some seconds.</param>
    /// <param name="cancellationToken">Ends it at once; what was compared until then is remembered.</param>
    /// <returns>Whether it came to the last record, so that the next call begins with the first.</returns>
    public async ValueTask<bool> RepairNextAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        var place = await cursor.FindAsync(cancellationToken);
        var begunAt = place?.BegunAt ?? time.GetUtcNow();
        var walk = new Walk
        {
            After = place?.After,
            OnComparedAsync = id => cursor.SaveAsync(new SweepPlace(id, begunAt), cancellationToken),
            IsOver = () => time.GetElapsedTime(begin) >= atMost,
        };
        if (!await CompareAsync(walk, cancellationToken))
        {
            logger.LookInterrupted(begunAt);
            return false;
        }

        await cursor.ClearAsync(cancellationToken);
        logger.LookCompleted(begunAt);
        return true;
    }

    /// <summary>Compares records with the index; while some are compared, the next are read. False when the walk was over before the last.</summary>
    private async ValueTask<bool> CompareAsync(Walk walk, CancellationToken cancellationToken)
    {
        var comparing = Task.CompletedTask;
        try
        {
            var all = record.ListAsync(walk.ChangedSince, walk.After, cancellationToken).Chunk(HeadsAtOnce);
            await foreach (var heads in all.WithCancellation(cancellationToken))
            {
                await comparing;
                if (walk is { HasCompared: true } && walk.IsOver())
                {
                    return false;
                }

                comparing = CompareChunkAsync(walk, heads, cancellationToken);
            }

            await comparing;
            return true;
        }
        finally
        {
            // Whatever ended the listing, nothing goes on behind the caller's back; its own fault is told above, or the listing's is.
            await comparing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (walk.Repaired > 0)
            {
                logger.IndexRepaired(walk.Repaired);
            }
        }
    }

    private async Task CompareChunkAsync(Walk walk, RecordHead[] heads, CancellationToken cancellationToken)
    {
        var indexed = await index.FindPositionsAsync([.. heads.Select(head => head.Id)], cancellationToken);
        walk.Repaired += await heads
            .Where(head => indexed.GetValueOrDefault(head.Id, -1) < head.Position)
            .Select(head => head.Id)
            .CountAsync(IndexAsync, (id, fault) => logger.NotIndexed(fault, id.Value), logger, cancellationToken);
        await walk.OnComparedAsync(heads[^1].Id);
        walk.HasCompared = true;
    }

    private async ValueTask<bool> IndexAsync(AgreementId id, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } state)
        {
            return false;
        }

        await index.UpsertAsync(state.Summarise(), cancellationToken);
        return true;
    }

    /// <summary>One way through the records, and what came of it.</summary>
    private sealed class Walk
    {
        public DateTimeOffset? ChangedSince { get; init; }

        public AgreementId? After { get; init; }

        /// <summary>Told how far all are compared.</summary>
        public Func<AgreementId, ValueTask> OnComparedAsync { get; init; } = _ => ValueTask.CompletedTask;

        /// <summary>Whether the time for it has run out.</summary>
        public Func<bool> IsOver { get; init; } = () => false;

        public bool HasCompared { get; set; }

        public int Repaired { get; set; }
    }
}
