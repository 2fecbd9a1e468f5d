using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Hosting;

/// <summary>Runs the safety net at the start and every few minutes.</summary>
internal sealed class SweepService(AgreementSweep sweep, TimeProvider time, ILogger<SweepService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        await SweepAsync(sweep.RepairIndexAsync, sweep.WakeInterruptedAsync, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SweepAsync(sweep.RepairRecentAsync, sweep.WakeOverdueAsync, stoppingToken);
        }
    }

    private async Task SweepAsync(
        Func<CancellationToken, ValueTask<int>> repair, Func<CancellationToken, ValueTask<int>> wake, CancellationToken stoppingToken)
    {
        try
        {
            await repair(stoppingToken);
            await wake(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The net must outlive a bad moment of what it watches; the next sweep tries again.
            logger.SweepFailed(exception);
        }
    }
}
