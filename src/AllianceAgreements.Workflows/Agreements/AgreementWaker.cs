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
    /// Returns false when an administrator holds it, so that there is nobody to wake.
    /// </summary>
    public async ValueTask<bool> EnsureStartedAsync(AgreementId id, CancellationToken cancellationToken)
    {
        var instanceId = InstanceIds.Agreement(id);
        var instance = await client.GetInstanceAsync(instanceId, cancellationToken: cancellationToken);
        if (instance is not (null or { RuntimeStatus: OrchestrationRuntimeStatus.Failed }))
        {
            return instance.RuntimeStatus is not (OrchestrationRuntimeStatus.Suspended or OrchestrationRuntimeStatus.Terminated);
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                AgreementOrchestration.Name.Value, new AgreementStep(id), new() { InstanceId = instanceId }, cancellationToken);
        }
        catch (InstanceAlreadyExistsException)
        {
            // Somebody else started it between the look and the start.
        }

        return true;
    }

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
    /// Starts and wakes as the other two do, save what has done something since a time: that knows what has happened, and pauses before it
    /// tries again. Returns whether there was anything to wake.
    /// </summary>
    public async ValueTask<bool> EnsureStartedAndWakeQuietAsync(AgreementState state, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var quiet = new List<string>();
        foreach (var instanceId in Waiting(state))
        {
            var instance = await client.GetInstanceAsync(instanceId, cancellationToken: cancellationToken);
            if (instance is null or { IsCompleted: true } || instance.LastUpdatedAt < since)
            {
                quiet.Add(instanceId);
            }
        }

        if (!await EnsureStartedAsync(state.Id, cancellationToken))
        {
            return false;
        }

        foreach (var instanceId in quiet)
        {
            await client.RaiseEventAsync(instanceId, RecordChanged, cancellationToken: cancellationToken);
        }

        return quiet.Count > 0;
    }

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
}
