using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Hosting;

/// <summary>Purges orchestrations that ended long ago, at the start and once a day.</summary>
internal sealed class PurgeService(EndedOrchestrations ended, TimeProvider time, ILogger<PurgeService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await ended.PurgeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // What was not purged today is purged tomorrow, and holds nothing up.
                logger.PurgeFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
