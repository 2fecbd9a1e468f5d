using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Orchestrations;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// The safety net: indexes what a crash left out of the index, and starts or wakes every agreement whose next step is overdue. Running it
/// twice, or while all is well, changes nothing. At the start of a process and once a night everything is looked at, every few minutes
/// what changed lately: what that costs depends on how much happens, not on how many agreements there are.
/// </summary>
public sealed class AgreementSweep(
    IAgreementRecord record, IAgreementIndex index, AgreementRepository agreements, AgreementWaker waker, TimeProvider time,
    ILogger<AgreementSweep> logger)
{
    /// <summary>
    /// How far back <see cref="RepairRecentAsync"/> looks: an hour. Longer than a sweep is late, or a clock off, on any day but one of an
    /// outage; what an outage hides from it, the next look at everything finds.
    /// </summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromHours(1);

    private const int HeadsAtOnce = 500;
    private const int AgreementsAtOnce = 8;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Brings the index up to every record. Returns how many agreements lagged behind.</summary>
    public ValueTask<int> RepairIndexAsync(CancellationToken cancellationToken) => RepairAsync(null, cancellationToken);

    /// <summary>Brings the index up to the records that changed within <see cref="LookBack"/>. Returns how many agreements lagged behind.</summary>
    public ValueTask<int> RepairRecentAsync(CancellationToken cancellationToken) => RepairAsync(time.GetUtcNow() - LookBack, cancellationToken);

    /// <summary>
    /// Starts or wakes every overdue agreement, leaving to their orchestrations those that became due just now, and those that know of it and
    /// pause before they try again. Returns how many it started or woke.
    /// </summary>
    public ValueTask<int> WakeOverdueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return WakeDueAsync(now - Grace, now - Waiting.LongestPause - Grace, cancellationToken);
    }

    /// <summary>
    /// Starts or wakes every agreement that something is due of, for the start of a process: what the one before it left between the
    /// record and the wake-up, nobody else will take up. Returns how many there were.
    /// </summary>
    public ValueTask<int> WakeInterruptedAsync(CancellationToken cancellationToken) => WakeDueAsync(time.GetUtcNow(), null, cancellationToken);

    private async ValueTask<int> RepairAsync(DateTimeOffset? changedSince, CancellationToken cancellationToken)
    {
        var repaired = 0;
        await foreach (var heads in record.ListAsync(changedSince, cancellationToken).Chunk(HeadsAtOnce).WithCancellation(cancellationToken))
        {
            var indexed = await index.FindPositionsAsync([.. heads.Select(head => head.Id)], cancellationToken);
            repaired += await CountAsync(
                heads.Where(head => indexed.GetValueOrDefault(head.Id, -1) < head.Position).Select(head => head.Id), IndexAsync, cancellationToken);
        }

        if (repaired > 0)
        {
            logger.IndexRepaired(repaired);
        }

        return repaired;
    }

    private async ValueTask<int> WakeDueAsync(DateTimeOffset by, DateTimeOffset? pausingSince, CancellationToken cancellationToken)
    {
        var woken = 0;
        var query = new AgreementQuery { DueBefore = by.AddTicks(1), Top = AgreementQuery.MaximumTop };
        do
        {
            var page = await index.QueryAsync(query, cancellationToken);
            woken += await CountAsync(page.Items.Select(item => item.Id), (id, token) => WakeAsync(id, by, pausingSince, token), cancellationToken);
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        if (woken > 0)
        {
            logger.OverdueWoken(woken);
        }

        return woken;
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

    private async ValueTask<bool> WakeAsync(AgreementId id, DateTimeOffset by, DateTimeOffset? pausingSince, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } state || state.Summarise() is not { NextDue: { } due } summary || due > by)
        {
            return false;
        }

        if (pausingSince is { } since)
        {
            // Whoever did nothing since the record grew, or since it became due, does not know of it, however short a time ago that was.
            return await waker.EnsureStartedAndWakeQuietAsync(state, new[] { since, summary.UpdatedAt, due }.Max(), cancellationToken);
        }

        if (!await waker.EnsureStartedAsync(id, cancellationToken))
        {
            return false;
        }

        await waker.WakeAsync(state, cancellationToken);
        return true;
    }

    // A few at once, since each mostly waits for a store. One whose record cannot be read must not keep the others from going on.
    private async ValueTask<int> CountAsync(
        IEnumerable<AgreementId> ids, Func<AgreementId, CancellationToken, ValueTask<bool>> change, CancellationToken cancellationToken)
    {
        var changed = 0;
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = AgreementsAtOnce, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                try
                {
                    if (await change(id, token))
                    {
                        Interlocked.Increment(ref changed);
                    }
                }
                catch (InvalidDataException exception)
                {
                    logger.RecordUnreadable(exception, id.Value);
                }
            });
        return changed;
    }
}
