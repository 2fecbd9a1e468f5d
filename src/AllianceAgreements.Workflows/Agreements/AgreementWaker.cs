using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// Starts and wakes an agreement's orchestrations. A wake-up carries nothing: whoever is woken reads the record again, so one that is
/// lost, doubled or late changes nothing.
/// </summary>
public sealed class AgreementWaker(IOrchestrationClient client)
{
    /// <summary>The external event that says: the record has changed.</summary>
    public const string RecordChanged = "RecordChanged";

    /// <summary>
    /// Starts the agreement's orchestration if it was never started, and starts it over if it failed: it finds its place by the record.
    /// </summary>
    public async ValueTask EnsureStartedAsync(AgreementId id, CancellationToken cancellationToken) => await StartAsync(id, cancellationToken);

    /// <summary>Wakes whatever may wait, in the state before or after a command.</summary>
    public async ValueTask WakeAsync(AgreementState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var instanceId in Waiting(state))
        {
            await client.RaiseEventAsync(instanceId, RecordChanged, cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// Does as the other two do, for the sweep, which leaves alone what an administrator holds, and what has done something since a time: that
    /// knows what has happened, and pauses before it tries again. When the agreement's own orchestration is held, all of it is left alone.
    /// </summary>
    /// <param name="state">The agreement.</param>
    /// <param name="quietSince">That time; null to wake all that is not held.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether anything was started or woken.</returns>
    public async ValueTask<bool> EnsureStartedAndWakeAsync(AgreementState state, DateTimeOffset? quietSince, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var quiet = new List<string>();
        foreach (var instanceId in Waiting(state))
        {
            var instance = await client.GetInstanceAsync(instanceId, cancellationToken: cancellationToken);
            if (IsQuiet(instance, quietSince))
            {
                quiet.Add(instanceId);
            }
        }

        var start = await StartAsync(state.Id, cancellationToken);
        if (start == Start.Held)
        {
            return false;
        }

        foreach (var instanceId in quiet)
        {
            await client.RaiseEventAsync(instanceId, RecordChanged, cancellationToken: cancellationToken);
        }

        return start == Start.Done || quiet.Count > 0;
    }

    private async ValueTask<Start> StartAsync(AgreementId id, CancellationToken cancellationToken)
    {
        var instanceId = InstanceIds.Agreement(id);
        var instance = await client.GetInstanceAsync(instanceId, cancellationToken: cancellationToken);
        if (instance is not (null or { RuntimeStatus: OrchestrationRuntimeStatus.Failed }))
        {
            return IsHeld(instance) ? Start.Held : Start.NotNeeded;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                AgreementOrchestration.Name.Value, new AgreementStep(id), new() { InstanceId = instanceId }, cancellationToken);
            return Start.Done;
        }
        catch (InstanceAlreadyExistsException)
        {
            // Somebody else started it between the look and the start.
            return Start.NotNeeded;
        }
    }

    // One that is missing or ended is told as well: the agreement's own, started meanwhile, may have begun it by then.
    private static bool IsQuiet(OrchestrationMetadata? instance, DateTimeOffset? since) =>
        instance is null or { IsCompleted: true } || (!IsHeld(instance) && (since is null || instance.LastUpdatedAt < since));

    private static bool IsHeld(OrchestrationMetadata instance) =>
        instance.RuntimeStatus is OrchestrationRuntimeStatus.Suspended or OrchestrationRuntimeStatus.Terminated;

    private static IEnumerable<string> Waiting(AgreementState state)
    {
        // While a round or signing is open, the agreement's own orchestration waits for that alone.
        if (state.Signing is null && state.Latest.Round is null or { Outcome: not null })
        {
            yield return InstanceIds.Agreement(state.Id);
        }

        // More than one when a revision has superseded a round that does not know it yet.
        foreach (var revision in state.Revisions.Where(revision => revision.Round is { Outcome: null }))
        {
            yield return InstanceIds.Approval(state.Id, revision.Number);
        }

        if (state.Signing is not null)
        {
            yield return InstanceIds.Signing(state.Id);
        }
    }

    /// <summary>What became of starting an agreement's own orchestration.</summary>
    private enum Start
    {
        /// <summary>It was started, or started over.</summary>
        Done,

        /// <summary>It was there.</summary>
        NotNeeded,

        /// <summary>An administrator suspended or terminated it, so that there is nobody to wake.</summary>
        Held,
    }
}
