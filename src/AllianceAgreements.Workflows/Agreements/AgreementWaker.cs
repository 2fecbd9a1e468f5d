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

    /// <summary>Starts the agreement's orchestration, unless it was started before.</summary>
    public async ValueTask EnsureStartedAsync(AgreementId id, CancellationToken cancellationToken)
    {
        var instanceId = InstanceIds.Agreement(id);
        if (await client.GetInstanceAsync(instanceId, cancellationToken: cancellationToken) is not null)
        {
            return;
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

    private static IEnumerable<string> Waiting(AgreementState state)
    {
        yield return InstanceIds.Agreement(state.Id);

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
