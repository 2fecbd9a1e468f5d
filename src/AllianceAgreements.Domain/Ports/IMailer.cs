namespace AllianceAgreements.Domain.Ports;

/// <summary>Sends mail.</summary>
public interface IMailer
{
    /// <summary>Hands a mail over for delivery. A mail with a key that was handed over before is not sent again.</summary>
    /// <exception cref="ArgumentException">See <see cref="OutgoingMail.CheckHeaders"/>.</exception>
    /// <exception cref="MailRefusedException">It will not be taken as it is; any other exception may pass.</exception>
    ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail to one person.</summary>
/// <param name="Key">Names the mail: agreement, purpose, round, person and number. The same key is sent once.</param>
/// <param name="Category">What kind of mail it is ("approval-request"), for statistics; no personal data.</param>
/// <param name="ToName">The recipient's name.</param>
/// <param name="ToAddress">The recipient's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain-text part.</param>
/// <param name="Html">The HTML part, equal in content.</param>
public sealed record OutgoingMail(
    string Key, string Category, string ToName, string ToAddress, string Subject, string Text, string Html)
{
    /// <summary>Makes sure that no header of a mail can add another one.</summary>
    /// <exception cref="ArgumentException">One of them holds a control character, such as a line break.</exception>
    public static void CheckHeaders(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (((string[])[mail.Key, mail.Category, mail.ToName, mail.ToAddress, mail.Subject]).Any(header => header.Any(char.IsControl)))
        {
            throw new ArgumentException("A header of a mail holds a control character.", nameof(mail));
        }
    }
}
