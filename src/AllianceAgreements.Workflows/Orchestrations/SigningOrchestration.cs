using AllianceAgreements.Workflows.Activities;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Orchestrations;

/// <summary>The collection of signatures: requests out, all at once or in order, copies in, until all are there or time has run out. Answers whether the agreement is executed.</summary>
public sealed class SigningOrchestration : Orchestrator<AgreementStep, bool>
{
    /// <summary>The name it is registered under.</summary>
    public static OrchestratorName<AgreementStep, bool> Name { get; } = new("Signing");

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(OrchestrationContext context, AgreementStep input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        await context.CallActivityAsync(OpenSigning.Name, input, Waiting.Patiently);
        for (var look = 0; look < Waiting.LooksPerRun; look++)
        {
            var signing = await context.CallActivityAsync(EvaluateSigning.Name, input, Waiting.Patiently);
            if (signing.Executed is { } executed)
            {
                return executed;
            }

            if (signing.MailDue.Count > 0)
            {
                await Waiting.SendAsync(
                    context, SendSignatureMail.Name, signing.MailDue.Select(signatory => new MailStep(input.Agreement, signing.Revision, signatory)));
                continue;
            }

            await Waiting.ForChangeOrAsync(context, signing.NextDue!.Value);
        }

        context.ContinueAsNew(input);
        return false;
    }
}
