using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Sends a signatory the request, or the next reminder, if it is due.</summary>
public sealed class SendSignatureMail(
    AgreementRepository agreements, IMailer mailer, MailReports reports, PartnerLinks links, TimeProvider time) : Activity<MailStep, Nothing>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<MailStep, Nothing> Name { get; } = new("SendSignatureMail");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(MailStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);
        if (SigningRules.Evaluate(state, time.GetUtcNow()) is not SigningEvaluation.Open { MailDue: var due }
            || !due.Contains(input.Person))
        {
            return Nothing.Value;
        }

        var signing = state.Signing!;
        var signatory = signing.Find(input.Person)!;
        var number = signatory.RequestedAt is null ? 0 : signatory.Reminders + 1;
        var link = links.Sign(state.Id, signing.Revision, input.Person);
        IMail mail = number == 0
            ? new SignatureRequestMail(state, signing, signatory.Person, link)
            : new SignatureReminderMail(state, signing, signatory.Person, link);
        await mailer.SendAsync(
            MailLayout.Compose(mail, signatory.Person, MailKeys.Signature(state.Id, signing.Revision, input.Person, number)), state.Id, reports, time,
            cancellationToken);
        await agreements.ExecuteAsync(
            state.Id, Actor.System, (current, _) => SigningRules.RecordMail(current, input.Person, number), cancellationToken);
        return Nothing.Value;
    }
}
