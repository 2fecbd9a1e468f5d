using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Orchestrations;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// The safety net: starts or wakes every agreement whose next step is overdue, by what the index says is due. Running it twice, or while
/// all is well, changes nothing. It reads what is overdue and nothing else; what a crash left out of the index, <see cref="IndexRepair"/>
/// puts there first.
/// </summary>
public sealed class AgreementSweep(
    IAgreementIndex index, AgreementRepository agreements, AgreementWaker waker, TimeProvider time, ILogger<AgreementSweep> logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Starts or wakes every overdue agreement, leaving to their orchestrations those that became due just now, and those that know of it and
    /// pause before they try again. Returns how many it started or woke.
    /// </summary>
    /// <exception cref="InvalidOperationException">Some could not be woken: after all the others were, so that the run is seen to have failed.</exception>
    public async ValueTask<int> WakeOverdueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (woken, faults) = await WakeDueAsync(now - Grace, now - Waiting.LongestPause - Grace, cancellationToken);
        return faults == 0
            ? woken
            : throw new InvalidOperationException($"{faults} overdue agreements could not be woken. The log says which, and why; the next sweep tries them again.");
    }

    /// <summary>
    /// Starts or wakes every agreement that something is due of, for the start of a process: what the one before it left between the
    /// record and the wake-up, need not wait until it is overdue. Returns how many there were; one that could not be woken is logged, and left
    /// to <see cref="WakeOverdueAsync"/>.
    /// </summary>
    public async ValueTask<int> WakeInterruptedAsync(CancellationToken cancellationToken) =>
        (await WakeDueAsync(time.GetUtcNow(), null, cancellationToken)).Woken;

    private async ValueTask<(int Woken, int Faults)> WakeDueAsync(
        DateTimeOffset by, DateTimeOffset? pausingSince, CancellationToken cancellationToken)
    {
        var woken = 0;
        var faults = 0;
        var query = new AgreementQuery { DueBefore = by.AddTicks(1), Top = AgreementQuery.MaximumTop };
        do
        {
            var page = await index.QueryAsync(query, cancellationToken);
            woken += await page.Items.Select(item => item.Id)
                .CountAsync((id, token) => WakeAsync(id, by, pausingSince, token), OnFault, logger, cancellationToken);
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        if (woken > 0)
        {
            logger.OverdueWoken(woken);
        }

        return (woken, faults);

        void OnFault(AgreementId id, Exception fault)
        {
            Interlocked.Increment(ref faults);
            logger.NotWoken(fault, id.Value);
        }
    }

    private async ValueTask<bool> WakeAsync(AgreementId id, DateTimeOffset by, DateTimeOffset? pausingSince, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } state || state.Summarise() is not { NextDue: { } due } summary || due > by)
        {
            return false;
        }

        // Whoever did nothing since the record grew, or since it became due, does not know of it, however short a time ago that was.
        DateTimeOffset? quietSince = pausingSince is { } since ? new[] { since, summary.UpdatedAt, due }.Max() : null;
        if (!await waker.EnsureStartedAndWakeAsync(state, quietSince, cancellationToken))
        {
            return false;
        }

        if (quietSince is not null)
        {
            // One that is woken at the same entry again and again stands still: an alert looks for it.
            logger.QuietWoken(id.Value, state.Head.Position);
        }

        return true;
    }
}
