namespace AllianceAgreements.Domain.Ports;

/// <summary>Sends mail.</summary>
public interface IMailer
{
    /// <summary>Hands a mail over for delivery. A mail with a key that was handed over before is not sent again.</summary>
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
    string Key, string Category, string ToName, string ToAddress, string Subject, string Text, string Html);
