using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Telemetry;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>Sends mails of an agreement. What the mail service does not take is told in the record, once a mail, and to legal.</summary>
internal static class RecordedMail
{
    /// <exception cref="MailRefusedException">The mail service does not take it.</exception>
    public static async ValueTask SendAsync(
        this IMailer mailer, OutgoingMail mail, AgreementId agreement, MailReports reports, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await mailer.SendObservedAsync(mail, agreement, cancellationToken);
        }
        catch (MailRefusedException refusal)
        {
            var keyHash = MailKeys.HashOf(mail.Key);
            var report = new MailReport(
                agreement, keyHash, mail.Category, $"refused-{keyHash[..32]}", MailOutcome.Refused, time.GetUtcNow(),
                SmtpStatus.ReasonOf(refusal.Status), refusal.Status);
            await reports.TakeAsync([report], cancellationToken);
            throw;
        }
    }
}
