using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Mail;

/// <summary>
/// The keys of mails; see <see cref="Ports.OutgoingMail.Key"/>. A key begins with the agreement's id and a slash. Whoever changes how one
/// is made has mails sent again that were sent before.
/// </summary>
public static class MailKeys
{
    /// <summary>The request to approve (number 0), or a reminder of it (from 1).</summary>
    public static string Approval(AgreementId agreement, int revision, string person, int number) =>
        $"{agreement}/approval/{revision}/{person}/{number}";

    /// <summary>The request to sign (number 0), or a reminder of it (from 1).</summary>
    public static string Signature(AgreementId agreement, int revision, string person, int number) =>
        $"{agreement}/signature/{revision}/{person}/{number}";

    /// <summary>How the agreement ended. Named by the address, since a person may have several roles, and a role several persons over the revisions.</summary>
    public static string Conclusion(AgreementId agreement, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return $"{agreement}/conclusion/{HashOf(address.ToLowerInvariant())[..32]}";
    }

    /// <summary>Tells legal what became of a mail.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="eventId">See <see cref="MailReported.EventId"/>.</param>
    public static string DeliveryAlert(AgreementId agreement, string eventId) => $"{agreement}/delivery-alert/{HashOf(eventId)[..32]}";

    /// <summary>What a key is called where it must not stand itself: the SHA-256 of its UTF-8, in lowercase hexadecimal.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The agreement a key belongs to; null when it is not the key of an agreement's mail.</summary>
    public static AgreementId? AgreementOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && AgreementId.TryParse(key[..slash], out var id) ? id : null;
    }
}
