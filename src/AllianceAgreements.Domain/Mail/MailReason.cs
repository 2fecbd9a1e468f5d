namespace AllianceAgreements.Domain.Mail;

/// <summary>Why a mail did not arrive: the subjects of enhanced status codes (RFC 3463, section 3), and what a mail service says itself.</summary>
public enum MailReason
{
    /// <summary>Nothing more is known.</summary>
    Unknown,

    /// <summary>The address is not right (X.1.X).</summary>
    Address,

    /// <summary>The mailbox is full, closed or does not take this mail (X.2.X).</summary>
    Mailbox,

    /// <summary>The recipient's mail system has a fault (X.3.X).</summary>
    MailSystem,

    /// <summary>The recipient's mail system cannot be reached (X.4.X).</summary>
    Network,

    /// <summary>The two mail systems did not understand one another (X.5.X).</summary>
    Protocol,

    /// <summary>The mail's content cannot be taken (X.6.X).</summary>
    Content,

    /// <summary>The recipient's mail system does not want it, for security or policy (X.7.X).</summary>
    Policy,

    /// <summary>The mail service no longer mails this address, after an earlier bounce, spam report or unsubscription.</summary>
    Suppressed,
}
