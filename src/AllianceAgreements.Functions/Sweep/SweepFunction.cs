using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Sweep;

/// <summary>
/// The safety net: what changed lately every five minutes and at the start, everything once a night. The host's lock on each timer lets
/// one machine at a time run it; should both run at once, they do the same twice, which changes nothing.
/// </summary>
internal sealed class SweepFunction(AgreementSweep sweep, HostClient host)
{
    [Function("Sweep")]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        await sweep.RepairRecentAsync(cancellationToken);
        await sweep.WakeOverdueAsync(cancellationToken);
    }

    [Function("NightlySweep")]
    public async Task RunNightlyAsync(
        [TimerTrigger("0 20 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        await sweep.RepairIndexAsync(cancellationToken);
        await sweep.WakeOverdueAsync(cancellationToken);
    }
}
