using System.Text;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using MimeKit;

namespace AllianceAgreements.Embedded.Mail;

/// <summary>Mails as Internet messages (RFC 5322, multipart/alternative), and back.</summary>
internal static class MailMessages
{
    private const string KeyHeader = "X-Alliance-Agreements-Key";
    private const string CategoryHeader = "X-Alliance-Agreements-Category";
    private const string MessageIdDomain = "alliance-agreements.invalid";

    /// <exception cref="ArgumentException">A header would hold a control character, or the address is none.</exception>
    public static byte[] Write(OutgoingMail mail, MailboxAddress from, DateTimeOffset at)
    {
        OutgoingMail.CheckHeaders(mail);
        if (!MailboxAddress.TryParse(mail.ToAddress, out var to))
        {
            throw new ArgumentException("The recipient's address is not one.", nameof(mail));
        }

        using var message = new MimeMessage
        {
            Date = at,
            MessageId = $"{MailKeys.HashOf(mail.Key)[..32]}@{MessageIdDomain}",
            Subject = mail.Subject,
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = mail.Text },
                new TextPart("html") { Text = mail.Html },
            },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(Encoding.UTF8, mail.ToName, to.Address));
        message.Headers.Add(KeyHeader, Encoding.UTF8, mail.Key);
        message.Headers.Add(CategoryHeader, Encoding.UTF8, mail.Category);

        // RFC 3834: nobody's automatic answer is wanted.
        message.Headers.Add("Auto-Submitted", "auto-generated");

        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using var stream = new MemoryStream();
        message.WriteTo(format, stream);
        return stream.ToArray();
    }

    /// <summary>What somebody else put into the folder is shown as far as it goes.</summary>
    public static DroppedMail Read(string id, Stream content)
    {
        using var message = MimeMessage.Load(content);
        var to = message.To.Mailboxes.FirstOrDefault();
        return new DroppedMail
        {
            Id = id,
            Key = message.Headers[KeyHeader] ?? "",
            Category = message.Headers[CategoryHeader] ?? "",
            SentAt = message.Date,
            ToName = to?.Name ?? "",
            ToAddress = to?.Address ?? "",
            Subject = message.Subject ?? "",
            Text = message.TextBody ?? "",
            Html = message.HtmlBody ?? "",
        };
    }
}
