namespace AllianceAgreements.Domain.Ports;

/// <summary>
/// Remembers which mails were sent, for as long as there are agreements, and who is sending one just now. Mails are known by the SHA-256 of
/// their key (<see cref="Mail.MailKeys.HashOf"/>), so that it holds no personal data.
/// </summary>
public interface IMailLedger
{
    /// <summary>Claims a mail, so that nobody else sends it meanwhile. Of several who claim at once, one is granted it.</summary>
    /// <param name="keyHash">Which mail.</param>
    /// <param name="duration">How long the claim holds: from then on it counts as given up, for whoever made it must have died.</param>
    /// <param name="cancellationToken">Cancels the wait; the claim may be made all the same.</param>
    ValueTask<MailClaim> ClaimAsync(string keyHash, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Records, durably, that a claimed mail was sent. Holds also when somebody else has taken the claim over since.</summary>
    ValueTask MarkSentAsync(MailClaim.Granted claim, CancellationToken cancellationToken);

    /// <summary>Gives a claim up, so that others need not wait for its end. Changes nothing when somebody else has taken it over.</summary>
    ValueTask ReleaseAsync(MailClaim.Granted claim, CancellationToken cancellationToken);
}

/// <summary>The answer to a claim.</summary>
public abstract record MailClaim
{
    private MailClaim()
    {
    }

    /// <summary>The mail is the claimant's to send, and nobody else's while the claim holds.</summary>
    /// <param name="KeyHash">Which mail.</param>
    /// <param name="Token">Tells this claim from every other.</param>
    public sealed record Granted(string KeyHash, string Token) : MailClaim;

    /// <summary>The mail was sent before.</summary>
    public sealed record Sent : MailClaim;

    /// <summary>Somebody else is sending it.</summary>
    public sealed record Held : MailClaim;
}
