using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Tells everyone who was asked to approve or sign how the agreement ended, each person once.</summary>
public sealed class SendConclusionNotices(AgreementRepository agreements, IMailer mailer, MailReports reports, TimeProvider time) : Activity<AgreementStep, Nothing>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<AgreementStep, Nothing> Name { get; } = new("SendConclusionNotices");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(AgreementStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);
        MailRefusedException? refusal = null;
        foreach (var person in ConclusionNotices.Due(state))
        {
            try
            {
                await SendAsync(state, person, cancellationToken);
            }
            catch (MailRefusedException exception)
            {
                // Nobody else is kept waiting for what one address cannot be told.
                refusal = exception;
            }
        }

        return refusal is null ? Nothing.Value : throw refusal;
    }

    private async ValueTask SendAsync(AgreementState state, Participant person, CancellationToken cancellationToken)
    {
        var mail = MailLayout.Compose(new ConclusionMail(state), person, MailKeys.Conclusion(state.Id, person.Email));
        await mailer.SendAsync(mail, state.Id, reports, time, cancellationToken);
        await agreements.ExecuteAsync(
            state.Id,
            Actor.System,
            (current, _) => current.Notified.Contains(person.Email)
                ? Decision.Nothing
                : Decision.Accept(new ConclusionNoticeSent(person.Email)),
            cancellationToken);
    }
}
