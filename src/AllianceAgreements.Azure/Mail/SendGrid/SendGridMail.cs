using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using SendGrid.Helpers.Mail;

namespace AllianceAgreements.Azure.Mail.SendGrid;

/// <summary>Writes mails as SendGrid takes them (v3 mail send).</summary>
internal static class SendGridMail
{
    /// <summary>The custom argument that names the agreement. It comes back with every event.</summary>
    public const string AgreementArgument = "agreement";

    /// <summary>The custom argument that names the mail, by the hash of its key: SendGrid keeps these for long, and personal data are not allowed in them.</summary>
    public const string MailArgument = "mail";

    /// <exception cref="ArgumentException">See <see cref="OutgoingMail.CheckHeaders"/>.</exception>
    public static SendGridMessage Compose(OutgoingMail mail, MailOptions options)
    {
        OutgoingMail.CheckHeaders(mail);
        var message = new SendGridMessage
        {
            From = new EmailAddress(options.From.Address, Quote(options.From.Name)),
            ReplyTo = string.IsNullOrEmpty(options.ReplyTo) ? null : new EmailAddress(options.ReplyTo),
            Subject = mail.Subject,
        };
        message.AddTo(new EmailAddress(mail.ToAddress, Quote(mail.ToName)));
        message.AddContent("text/plain", mail.Text);
        message.AddContent("text/html", mail.Html);
        message.AddCategory(mail.Category);
        message.AddCustomArg(MailArgument, MailKeys.HashOf(mail.Key));
        if (MailKeys.AgreementOf(mail.Key) is { } agreement)
        {
            message.AddCustomArg(AgreementArgument, agreement.Value);
        }

        // A tracked link would send the partner, and the link's secret, by way of SendGrid.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.SetSubscriptionTracking(enable: false);

        // RFC 3834: nobody's automatic answer is wanted.
        message.AddGlobalHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    // SendGrid takes a name with one of these for several addresses unless it is quoted.
    private static string Quote(string name) => name.AsSpan().ContainsAny(',', ';') ? $"\"{name.Replace("\"", "", StringComparison.Ordinal)}\"" : name;
}
