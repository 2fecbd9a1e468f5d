using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Sweep;

/// <summary>The safety net, every five minutes and at the start. The host's lock on the timer lets one machine at a time run it.</summary>
internal sealed class SweepFunction(AgreementSweep sweep, HostClient host)
{
    [Function("Sweep")]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        await sweep.RepairIndexAsync(cancellationToken);
        await sweep.WakeOverdueAsync(cancellationToken);
    }
}
