using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Workflows.Activities;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Orchestrations;

/// <summary>One round of approval: requests out, then wait for a change of the record or the next due time, and look again, until it is decided.</summary>
public sealed class ApprovalOrchestration : Orchestrator<RevisionStep, ApprovalOutcome>
{
    /// <summary>The name it is registered under.</summary>
    public static OrchestratorName<RevisionStep, ApprovalOutcome> Name { get; } = new("Approval");

    /// <inheritdoc/>
    public override async Task<ApprovalOutcome> RunAsync(OrchestrationContext context, RevisionStep input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        await context.CallActivityAsync(OpenApprovalRound.Name, input, Waiting.Patiently);
        for (var look = 0; look < Waiting.LooksPerRun; look++)
        {
            var round = await context.CallActivityAsync(EvaluateApprovalRound.Name, input, Waiting.Patiently);
            if (round.Outcome is { } outcome)
            {
                return outcome;
            }

            if (round.MailDue.Count > 0)
            {
                await Waiting.SendAsync(
                    context, SendApprovalMail.Name, round.MailDue.Select(approver => new MailStep(input.Agreement, input.Revision, approver)));
                continue;
            }

            await Waiting.ForChangeOrAsync(context, round.NextDue!.Value);
        }

        context.ContinueAsNew(input);
        return default;
    }
}
