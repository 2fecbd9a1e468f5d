using AllianceAgreements.Azure.Mail;
using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Tests.Mail;

/// <summary>A mail, and options to send it with.</summary>
internal static class TestMail
{
    public const string Agreement = "0123456789abcdefghjkmnpqrs";

    public static OutgoingMail Request { get; } = new(
        $"{Agreement}/approval/1/approver-1-1/0", "approval-request", "Zoë Ødegård", "zoe@example.org", "Please review “Great Lakes”",
        "Dear Zoë", "<p>Dear Zoë</p>");

    public static MailOptions Options(Action<MailOptions>? configure = null)
    {
        var options = new MailOptions
        {
            From = { Name = "Lakeside Legal", Address = "agreements@lakeside.example" },
            ReplyTo = "legal@lakeside.example",
            LegalAddress = "legal@lakeside.example",
        };
        configure?.Invoke(options);
        return options;
    }

    public static IOptions<MailOptions> Wrapped(Action<MailOptions>? configure = null) => Microsoft.Extensions.Options.Options.Create(Options(configure));
}
