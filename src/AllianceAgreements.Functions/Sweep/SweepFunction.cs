using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Sweep;

/// <summary>
/// The safety net: what changed lately every five minutes and at the start, as much of everything as there is time for once a night. What is
/// overdue is woken even if the look at the records failed. The host's lock on each timer lets one machine at a time run it; should both run
/// at once, they do the same twice, which changes nothing.
/// </summary>
internal sealed class SweepFunction(IndexRepair repair, AgreementSweep sweep, HostClient host)
{
    /// <summary>
    /// How long a night's look at the records may take. The rest of <c>functionTimeout</c> in host.json, half an hour, is for waking what
    /// is overdue. What a night does not come to, the next begins with.
    /// </summary>
    internal static readonly TimeSpan LookAtMost = TimeSpan.FromMinutes(20);

    [Function("Sweep")]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        try
        {
            await repair.RepairRecentAsync(cancellationToken);
        }
        finally
        {
            await sweep.WakeOverdueAsync(cancellationToken);
        }
    }

    [Function("NightlySweep")]
    public async Task RunNightlyAsync(
        [TimerTrigger("0 20 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        host.Use(client);
        try
        {
            await repair.RepairNextAsync(LookAtMost, cancellationToken);
        }
        finally
        {
            await sweep.WakeOverdueAsync(cancellationToken);
        }
    }
}
