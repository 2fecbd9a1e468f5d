using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Workflows.Tests;

/// <summary>A mailer that cannot reach some addresses for now, and does not take others at all.</summary>
internal sealed class BouncingMailer(IMailer inner, HashSet<string> bouncing, HashSet<string> refused) : IMailer
{
    public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        bouncing.Contains(mail.ToAddress) ? throw new IOException("The mail server takes no mail for this address.")
        : refused.Contains(mail.ToAddress) ? throw new MailRefusedException("The mail server refuses this address.", "5.1.3")
        : inner.SendAsync(mail, cancellationToken);
}
