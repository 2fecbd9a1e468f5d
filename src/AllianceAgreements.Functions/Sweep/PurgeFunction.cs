using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Sweep;

/// <summary>Purges, once a night and after the sweep, orchestrations that ended long ago. The host's lock lets one machine at a time run it.</summary>
internal sealed class PurgeFunction(EndedOrchestrations ended, HostClient host)
{
    [Function("NightlyPurge")]
    public async Task RunAsync(
        [TimerTrigger("0 20 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        await ended.PurgeAsync(cancellationToken);
    }
}
