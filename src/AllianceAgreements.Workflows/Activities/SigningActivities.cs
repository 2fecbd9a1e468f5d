using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Opens signing of the approved revision, unless it was opened before.</summary>
public sealed class OpenSigning(AgreementRepository agreements, IDocumentStore documents) : Activity<AgreementStep, Nothing>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<AgreementStep, Nothing> Name { get; } = new("OpenSigning");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(AgreementStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);
        if (state.Signing is null)
        {
            var terms = await AgreementService.ReadTermsAsync(documents, state, state.Latest, cancellationToken);
            await agreements.ExecuteAsync(
                input.Agreement, Actor.System, (current, now) => SigningRules.Open(current, terms, now), cancellationToken);
        }

        return Nothing.Value;
    }
}

/// <summary>Looks at the signatures, and executes or expires the agreement if that is fixed.</summary>
public sealed class EvaluateSigning(AgreementRepository agreements) : Activity<AgreementStep, SigningProgress>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<AgreementStep, SigningProgress> Name { get; } = new("EvaluateSigning");

    /// <inheritdoc/>
    public override async Task<SigningProgress> RunAsync(AgreementStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        SigningEvaluation? evaluation = null;
        var result = await agreements.ExecuteAsync(
            input.Agreement,
            Actor.System,
            (state, now) =>
            {
                evaluation = SigningRules.Evaluate(state, now);
                return evaluation is SigningEvaluation.Closed { Events: { Count: > 0 } events } ? Decision.Accept(events) : Decision.Nothing;
            },
            cancellationToken);
        var revision = result.After?.Signing?.Revision ?? 0;
        return evaluation switch
        {
            SigningEvaluation.Closed closed => new SigningProgress(closed.Executed, revision, [], null),
            SigningEvaluation.Open open => new SigningProgress(null, revision, open.MailDue, open.NextDue.UtcDateTime),
            _ => throw new InvalidDataException($"There is no agreement {input.Agreement}."),
        };
    }
}
