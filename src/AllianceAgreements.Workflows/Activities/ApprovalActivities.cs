using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Opens the round of a drafted revision, unless it was opened before.</summary>
public sealed class OpenApprovalRound(AgreementRepository agreements, IDocumentStore documents) : Activity<RevisionStep, Nothing>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<RevisionStep, Nothing> Name { get; } = new("OpenApprovalRound");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(RevisionStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);
        if (state.FindRevision(input.Revision) is { Round: null } revision)
        {
            var terms = await AgreementService.ReadTermsAsync(documents, state, revision, cancellationToken);
            await agreements.ExecuteAsync(
                input.Agreement, Actor.System, (current, now) => ApprovalRules.Open(current, input.Revision, terms, now), cancellationToken);
        }

        return Nothing.Value;
    }
}

/// <summary>Looks at a round, and closes it if its outcome is fixed.</summary>
public sealed class EvaluateApprovalRound(AgreementRepository agreements) : Activity<RevisionStep, ApprovalProgress>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<RevisionStep, ApprovalProgress> Name { get; } = new("EvaluateApprovalRound");

    /// <inheritdoc/>
    public override async Task<ApprovalProgress> RunAsync(RevisionStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ApprovalEvaluation? evaluation = null;
        await agreements.ExecuteAsync(
            input.Agreement,
            Actor.System,
            (state, now) =>
            {
                evaluation = ApprovalRules.Evaluate(state, input.Revision, now);
                return evaluation is ApprovalEvaluation.Closed { Events: { Count: > 0 } events } ? Decision.Accept(events) : Decision.Nothing;
            },
            cancellationToken);
        return evaluation switch
        {
            ApprovalEvaluation.Closed closed => new ApprovalProgress(closed.Outcome, [], null),
            ApprovalEvaluation.Open open => new ApprovalProgress(null, open.MailDue, open.NextDue.UtcDateTime),
            _ => throw new InvalidDataException($"There is no agreement {input.Agreement}."),
        };
    }
}
