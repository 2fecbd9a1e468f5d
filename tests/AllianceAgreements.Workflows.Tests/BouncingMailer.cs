using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Workflows.Tests;

/// <summary>A mailer that takes no mail for some addresses.</summary>
internal sealed class BouncingMailer(IMailer inner, HashSet<string> bouncing) : IMailer
{
    public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => bouncing.Contains(mail.ToAddress)
        ? throw new IOException("The mail server takes no mail for this address.")
        : inner.SendAsync(mail, cancellationToken);
}
