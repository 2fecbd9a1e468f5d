namespace AllianceAgreements.Embedded.Mail;

/// <summary>A mail in the mail drop.</summary>
public sealed record DroppedMail
{
    /// <summary>Names it in the drop; letters of ASCII, digits and hyphens. Later mails sort higher.</summary>
    public required string Id { get; init; }

    /// <summary>See <see cref="Domain.Ports.OutgoingMail.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>See <see cref="Domain.Ports.OutgoingMail.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>When it was handed over.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The recipient's name.</summary>
    public required string ToName { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string ToAddress { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain-text part.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part.</summary>
    public required string Html { get; init; }
}
