namespace AllianceAgreements.Domain.Ports;

/// <summary>
/// Hands mails to a mail service. Remembers nothing: the same mail twice is two mails. What sends each once is an <see cref="IMailer"/>
/// with an <see cref="IMailLedger"/> before it.
/// </summary>
public interface IMailTransport
{
    /// <summary>Hands a mail over. Returns once the mail service has taken it.</summary>
    /// <exception cref="ArgumentException">A header of the mail would hold a control character, or the address is none.</exception>
    /// <exception cref="MailRefusedException">The mail service does not take it, and will not when it is tried again as it is.</exception>
    /// <exception cref="MailUnavailableException">
    /// The mail service cannot take it now; or it is not known whether it did, which <see cref="MailUnavailableException.MayBeTaken"/> says.
    /// </exception>
    ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
