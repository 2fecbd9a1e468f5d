using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Mail.SendGrid;

/// <summary>What SendGrid posts to its event webhook, once its signature is checked.</summary>
internal sealed class SendGridEventSource(IOptions<MailOptions> options, TimeProvider time, ILogger<SendGridEventSource> logger) : IMailEventSource
{
    private readonly byte[] _key = SendGridSignature.ReadKey(options.Value.SendGrid.WebhookPublicKey!)!;

    public IReadOnlyList<MailReport>? Read(Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(header);
        var now = time.GetUtcNow();
        if (!SendGridSignature.IsValid(_key, header(SendGridSignature.SignatureHeader), header(SendGridSignature.TimestampHeader), body, now))
        {
            return null;
        }

        if (SendGridEvents.Read(body, now) is { } reports)
        {
            return reports;
        }

        // It does come from SendGrid, and asking for it again would bring the same.
        logger.EventsUnreadable(body.Length);
        return [];
    }
}
