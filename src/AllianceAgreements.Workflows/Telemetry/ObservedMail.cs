using System.Diagnostics;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Telemetry;

/// <summary>Hands mails over with a span and a count of their own, by their category alone.</summary>
internal static class ObservedMail
{
    /// <inheritdoc cref="IMailer.SendAsync"/>
    public static async ValueTask SendObservedAsync(
        this IMailer mailer, OutgoingMail mail, AgreementId agreement, CancellationToken cancellationToken)
    {
        using var span = AgreementSpans.Start("send mail", agreement, ActivityKind.Client)?.SetTag(AgreementMetrics.MailCategory, mail.Category);
        try
        {
            await mailer.SendAsync(mail, cancellationToken);
            AgreementMetrics.MailHandedOver(mail.Category, isTaken: true);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            span.Failed(exception);
            AgreementMetrics.MailHandedOver(mail.Category, isTaken: false);
            throw;
        }
    }
}
