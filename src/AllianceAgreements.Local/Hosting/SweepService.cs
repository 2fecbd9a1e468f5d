using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Hosting;

/// <summary>Runs the safety net at the start and every few minutes, and once a day over everything.</summary>
internal sealed class SweepService(IndexRepair repair, AgreementSweep sweep, TimeProvider time, ILogger<SweepService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan EveryLookAtAll = TimeSpan.FromDays(1);

    // So that what is overdue is woken between; the next sweep goes on with the rest.
    private static readonly TimeSpan LookAtMost = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        long? lookedAtAll = null;
        do
        {
            if (lookedAtAll is null)
            {
                if (await TryAsync(BeginAsync, stoppingToken))
                {
                    lookedAtAll = time.GetTimestamp();
                    continue;
                }
            }
            else
            {
                await TryAsync(async token => await repair.RepairRecentAsync(token), stoppingToken);
            }

            // Whatever became of the look: waking needs nothing of it.
            await TryAsync(async token => await sweep.WakeOverdueAsync(token), stoppingToken);
            if (lookedAtAll is { } then && time.GetElapsedTime(then) >= EveryLookAtAll)
            {
                await TryAsync(NextAsync, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));

        async Task NextAsync(CancellationToken cancellationToken)
        {
            if (await repair.RepairNextAsync(LookAtMost, cancellationToken))
            {
                lookedAtAll = time.GetTimestamp();
            }
        }
    }

    // From the first record, wherever another look stands: what the process before this one left out is taken up now, or by the first tick
    // that can.
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await repair.RepairAllAsync(cancellationToken);
        await sweep.WakeInterruptedAsync(cancellationToken);
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> sweeping, CancellationToken stoppingToken)
    {
        try
        {
            await sweeping(stoppingToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // The net must outlive a bad moment of what it watches; the next sweep tries again.
            logger.SweepFailed(exception);
            return false;
        }
    }
}
