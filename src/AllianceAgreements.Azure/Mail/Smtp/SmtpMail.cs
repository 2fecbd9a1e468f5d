using System.Text;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using MimeKit;

namespace AllianceAgreements.Azure.Mail.Smtp;

/// <summary>Writes mails as Internet messages (RFC 5322, multipart/alternative).</summary>
internal static class SmtpMail
{
    /// <exception cref="ArgumentException">A header would hold a control character, or the address is none.</exception>
    public static MimeMessage Compose(OutgoingMail mail, MailOptions options, DateTimeOffset now)
    {
        OutgoingMail.CheckHeaders(mail);
        if (!MailboxAddress.TryParse(mail.ToAddress, out var to))
        {
            throw new ArgumentException("The recipient's address is not one.", nameof(mail));
        }

        // The same mail has the same id, so that a mailbox that gets it twice may show it once.
        var domain = options.From.Address![(options.From.Address!.LastIndexOf('@') + 1)..];
        var message = new MimeMessage
        {
            Date = now,
            MessageId = $"{MailKeys.HashOf(mail.Key)[..32]}@{domain}",
            Subject = mail.Subject,
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = mail.Text },
                new TextPart("html") { Text = mail.Html },
            },
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, options.From.Name, options.From.Address));
        message.To.Add(new MailboxAddress(Encoding.UTF8, mail.ToName, to.Address));
        if (!string.IsNullOrEmpty(options.ReplyTo))
        {
            message.ReplyTo.Add(MailboxAddress.Parse(options.ReplyTo));
        }

        message.Headers.Add("X-Alliance-Agreements-Key", Encoding.UTF8, mail.Key);
        message.Headers.Add("X-Alliance-Agreements-Category", Encoding.UTF8, mail.Category);

        // RFC 3834: nobody's automatic answer is wanted.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
