using System.Runtime.ExceptionServices;
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
        ExceptionDispatchInfo? failure = null;

        // Also those whose notice was refused before: whoever died between the record of it and the word to legal makes up for it here.
        foreach (var person in ConclusionNotices.NotTold(state))
        {
            try
            {
                await SendAsync(state, person, cancellationToken);
            }
            catch (MailRefusedException)
            {
                // In the record by now, and told to legal: trying again would tell nobody more.
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Nobody else is kept waiting for what one person cannot be told now.
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        failure?.Throw();
        return Nothing.Value;
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
