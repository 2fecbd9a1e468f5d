namespace AllianceAgreements.Workflows.Mail;

/// <summary>A mail, as a typed model: what it says, apart from how it looks.</summary>
internal interface IMail
{
    /// <summary>What kind of mail it is; see <see cref="Domain.Ports.OutgoingMail.Category"/>.</summary>
    string Category { get; }

    /// <summary>The subject line.</summary>
    string Subject { get; }

    /// <summary>What it says, in order.</summary>
    IEnumerable<MailBlock> Body { get; }
}

/// <summary>A piece of a mail.</summary>
internal abstract record MailBlock
{
    /// <summary>A paragraph of text.</summary>
    public sealed record Paragraph(string Text) : MailBlock;

    /// <summary>Somebody's own words.</summary>
    public sealed record Quote(string Text) : MailBlock;

    /// <summary>Short facts, each with its name.</summary>
    public sealed record Facts(IReadOnlyList<(string Name, string Value)> Rows) : MailBlock;

    /// <summary>Somewhere to read more.</summary>
    public sealed record Pointer(string Label, Uri Link) : MailBlock;

    /// <summary>The one thing to do.</summary>
    public sealed record Action(string Label, Uri Link) : MailBlock;
}
