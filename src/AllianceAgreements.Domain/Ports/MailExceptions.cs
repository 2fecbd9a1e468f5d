namespace AllianceAgreements.Domain.Ports;

/// <summary>The mail service does not take a mail: its address, its content, or what the service is configured with has to change first.</summary>
public sealed class MailRefusedException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="message">What the mail service says, without addresses: it is logged, and kept in the history of orchestrations.</param>
    /// <param name="status">See <see cref="Mail.MailReported.Status"/>; null without one.</param>
    public MailRefusedException(string message, string? status)
        : base(message) => Status = status;

    /// <summary>See <see cref="Mail.MailReported.Status"/>; null without one.</summary>
    public string? Status { get; }
}

/// <summary>The mail service cannot take a mail now, or nobody knows whether it did. Trying again later is the remedy.</summary>
public sealed class MailUnavailableException : Exception
{
    /// <summary>A failure that may pass.</summary>
    /// <param name="message">What happened, without addresses: it is logged, and kept in the history of orchestrations.</param>
    public MailUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>
    /// Whether the mail may be out all the same: it was handed over, and the answer was lost. Default false: the service said that it did not
    /// take the mail, or never saw it.
    /// </summary>
    public bool MayBeTaken { get; init; }
}
