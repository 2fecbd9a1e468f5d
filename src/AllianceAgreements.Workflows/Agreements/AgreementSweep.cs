using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// The safety net, to be run at the start and every few minutes: indexes records that a crash left out of the index, and starts or wakes
/// every agreement whose next step is overdue. Running it twice, or while all is well, changes nothing.
/// </summary>
public sealed class AgreementSweep(
    IAgreementRecord record, IAgreementIndex index, AgreementRepository agreements, AgreementWaker waker, TimeProvider time,
    ILogger<AgreementSweep> logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Brings the index up to the records. Returns how many agreements lagged behind.</summary>
    public async ValueTask<int> RepairIndexAsync(CancellationToken cancellationToken)
    {
        var indexed = new Dictionary<AgreementId, long>();
        await foreach (var head in index.ListAsync(cancellationToken))
        {
            indexed[head.Id] = head.Position;
        }

        var repaired = 0;
        await foreach (var head in record.ListAsync(changedSince: null, cancellationToken))
        {
            if (indexed.GetValueOrDefault(head.Id, -1) < head.Position
                && await agreements.FindAsync(head.Id, cancellationToken) is { } state)
            {
                await index.UpsertAsync(state.Summarise(), cancellationToken);
                repaired++;
            }
        }

        if (repaired > 0)
        {
            logger.IndexRepaired(repaired);
        }

        return repaired;
    }

    /// <summary>Starts or wakes every overdue agreement, leaving those that became due just now to their orchestrations. Returns how many there were.</summary>
    public ValueTask<int> WakeOverdueAsync(CancellationToken cancellationToken) => WakeDueAsync(time.GetUtcNow() - Grace, cancellationToken);

    /// <summary>
    /// Starts or wakes every agreement that something is due of, for the start of a process: what the one before it left between the
    /// record and the wake-up, nobody else will take up. Returns how many there were.
    /// </summary>
    public ValueTask<int> WakeInterruptedAsync(CancellationToken cancellationToken) => WakeDueAsync(time.GetUtcNow(), cancellationToken);

    private async ValueTask<int> WakeDueAsync(DateTimeOffset by, CancellationToken cancellationToken)
    {
        var woken = 0;
        var query = new AgreementQuery { DueBefore = by.AddTicks(1), Top = 200 };
        do
        {
            var page = await index.QueryAsync(query, cancellationToken);
            foreach (var summary in page.Items)
            {
                if (await agreements.FindAsync(summary.Id, cancellationToken) is { } state && state.Summarise().NextDue <= by
                    && await waker.EnsureStartedAsync(summary.Id, cancellationToken))
                {
                    await waker.WakeAsync(state, cancellationToken);
                    woken++;
                }
            }

            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        if (woken > 0)
        {
            logger.OverdueWoken(woken);
        }

        return woken;
    }
}
