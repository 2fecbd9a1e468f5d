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
        await SweepAsync(AllAsync, stoppingToken);
        var lookedAtAll = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SweepAsync(RecentAsync, stoppingToken);
            if (time.GetElapsedTime(lookedAtAll) >= EveryLookAtAll)
            {
                await SweepAsync(NextAsync, stoppingToken);
            }
        }

        async Task NextAsync(CancellationToken cancellationToken)
        {
            if (await repair.RepairNextAsync(LookAtMost, cancellationToken))
            {
                lookedAtAll = time.GetTimestamp();
            }
        }
    }

    // From the first record, wherever another look stands: nobody else takes up what the process before this one left out.
    private async Task AllAsync(CancellationToken cancellationToken)
    {
        await repair.RepairAllAsync(cancellationToken);
        await sweep.WakeInterruptedAsync(cancellationToken);
    }

    private async Task RecentAsync(CancellationToken cancellationToken)
    {
        await repair.RepairRecentAsync(cancellationToken);
        await sweep.WakeOverdueAsync(cancellationToken);
    }

    private async Task SweepAsync(Func<CancellationToken, Task> sweeping, CancellationToken stoppingToken)
    {
        try
        {
            await sweeping(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The net must outlive a bad moment of what it watches; the next sweep tries again.
            logger.SweepFailed(exception);
        }
    }
}
