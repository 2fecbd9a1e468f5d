using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Workflows.Activities;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Orchestrations;

/// <summary>
/// Leads an agreement: draft → approval → (revise → approval)* → signing → archive. Every step looks at the record first and does
/// nothing that was done before, so the orchestration can be started over at any point of an agreement's life.
/// </summary>
public sealed class AgreementOrchestration : Orchestrator<AgreementStep, Nothing>
{
    private static readonly TimeSpan LookForRevisionEvery = TimeSpan.FromDays(1);

    /// <summary>The name it is registered under.</summary>
    public static OrchestratorName<AgreementStep, Nothing> Name { get; } = new("Agreement");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(OrchestrationContext context, AgreementStep input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        ApprovalOutcome outcome;
        var revision = 0;
        do
        {
            context.SetCustomStatus(revision == 0 ? "Drafting" : "Waiting for a revision");
            var answer = await AwaitRevisionAsync(context, input, revision);
            if (answer is null)
            {
                return Nothing.Value;
            }

            if (answer.Revision is not { } next)
            {
                outcome = ApprovalOutcome.Withdrawn;
                break;
            }

            revision = next;
            var step = new RevisionStep(input.Agreement, revision);
            if (!await context.CallActivityAsync(GenerateDraft.Name, step, Waiting.Patiently))
            {
                outcome = ApprovalOutcome.ChangesRequested;
                continue;
            }

            context.SetCustomStatus($"Approval of revision {revision}");
            outcome = await context.CallSubOrchestratorAsync(
                ApprovalOrchestration.Name, step, new() { InstanceId = InstanceIds.Approval(input.Agreement, revision) });
        }
        while (outcome is ApprovalOutcome.ChangesRequested or ApprovalOutcome.Superseded);

        if (outcome is ApprovalOutcome.Approved)
        {
            context.SetCustomStatus("Signing");
            var executed = await context.CallSubOrchestratorAsync(
                SigningOrchestration.Name, input, new() { InstanceId = InstanceIds.Signing(input.Agreement) });
            if (executed)
            {
                context.SetCustomStatus("Archiving");
                await context.CallActivityAsync(ArchiveAgreement.Name, input, Waiting.Patiently);
            }
        }

        await context.CallActivityAsync(SendConclusionNotices.Name, input, Waiting.Patiently);
        context.SetCustomStatus("Done");
        return Nothing.Value;
    }

    /// <summary>The first revision after one, once there is one. Null when the wait grew long and the orchestration begins anew.</summary>
    private static async Task<RevisionAnswer?> AwaitRevisionAsync(OrchestrationContext context, AgreementStep input, int after)
    {
        for (var look = 0; look < Waiting.LooksPerRun; look++)
        {
            var answer = await context.CallActivityAsync(
                FindNextRevision.Name, new RevisionStep(input.Agreement, after), Waiting.Patiently);
            if (answer.Ended || answer.Revision is not null)
            {
                return answer;
            }

            await Waiting.ForChangeOrAsync(context, context.CurrentUtcDateTime + LookForRevisionEvery);
        }

        context.ContinueAsNew(input);
        return null;
    }
}
