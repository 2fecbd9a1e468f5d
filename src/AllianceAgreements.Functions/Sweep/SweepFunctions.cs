using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Sweep;

/// <summary>The safety net. The host's lock on a timer lets one machine at a time run it; one that fails is logged by the host and comes again.</summary>
internal sealed class SweepFunctions(AgreementSweep sweep, HostClient host)
{
    /// <summary>What changed lately, every five minutes and when the app starts.</summary>
    [Function("SweepRecent")]
    public async Task SweepRecentAsync(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        await sweep.RepairRecentAsync(cancellationToken);
        await sweep.WakeOverdueAsync(cancellationToken);
    }

    /// <summary>Everything, once a night.</summary>
    [Function("SweepAll")]
    public async Task SweepAllAsync(
        [TimerTrigger("0 30 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        await sweep.RepairIndexAsync(cancellationToken);
        await sweep.WakeOverdueAsync(cancellationToken);
    }
}
