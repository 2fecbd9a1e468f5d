using System.Collections.Concurrent;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Azure.Tests.Mail;

/// <summary>A mailer that remembers the keys it was given, so that their hashes can be told apart.</summary>
internal sealed class RememberedKeys(IMailer inner) : IMailer
{
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);

    public string KeyOf(string hash) => _keys[hash];

    public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        _keys[MailKeys.HashOf(mail.Key)] = mail.Key;
        return inner.SendAsync(mail, cancellationToken);
    }
}
