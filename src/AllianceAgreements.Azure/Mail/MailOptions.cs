namespace AllianceAgreements.Azure.Mail;

/// <summary>How mail goes out. Whatever is a secret belongs into a key vault or the environment, not into a file that is shared.</summary>
public sealed class MailOptions
{
    /// <summary>The configuration section these are read from.</summary>
    public const string Section = "Mail";

    /// <summary>Which service takes the mail: <c>SendGrid</c> or <c>Smtp</c>. Required.</summary>
    public string? Provider { get; set; }

    /// <summary>Whom mail comes from. At SendGrid, its address must be a verified sender.</summary>
    public MailSenderOptions From { get; set; } = new();

    /// <summary>The address that answers go to. Default: the sender's.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>The address that alerts to the legal team go to. Default: none, and nobody is alerted; required with a webhook.</summary>
    public string? LegalAddress { get; set; }

    /// <summary>SendGrid, when it is the provider.</summary>
    public SendGridOptions SendGrid { get; set; } = new();

    /// <summary>A mail server, when it is the provider.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Whom mail comes from.</summary>
public sealed class MailSenderOptions
{
    /// <summary>The name shown. Default: Alliance Agreements.</summary>
    public string Name { get; set; } = "Alliance Agreements";

    /// <summary>The address. Required.</summary>
    public string? Address { get; set; }
}

/// <summary>SendGrid.</summary>
public sealed class SendGridOptions
{
    /// <summary>An API key with the permission to send mail and no other. A secret. Required.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Where its API is. Default: <c>https://api.sendgrid.com</c>; for regional subusers in the EU, <c>https://api.eu.sendgrid.com</c>.</summary>
    public string Endpoint { get; set; } = "https://api.sendgrid.com";

    /// <summary>
    /// The verification key of its signed event webhook (Settings → Mail Settings → Event Webhooks), in base 64 or PEM. Default: none, and
    /// the webhook does not exist.
    /// </summary>
    public string? WebhookPublicKey { get; set; }
}

/// <summary>A mail server that submits mail (RFC 6409).</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name, as in its certificate. Required.</summary>
    public string? Host { get; set; }

    /// <summary>
    /// Its port. Default: 587, where the connection is encrypted by STARTTLS (RFC 3207); on 465 it is from the start (RFC 8314). Mail never goes
    /// unencrypted to another machine.
    /// </summary>
    public int Port { get; set; } = 587;

    /// <summary>The user to sign in as. Default: none, and nobody signs in.</summary>
    public string? User { get; set; }

    /// <summary>The user's password. A secret.</summary>
    public string? Password { get; set; }
}
