using System.Text;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Web.Tests.Hooks;

/// <summary>A mail service that is believed when its header says so, and tells what it was given to tell.</summary>
internal sealed class ToldEvents : IMailEventSource
{
    public const string Header = "X-Signature";
    public const string Right = "right";

    /// <summary>What it tells next.</summary>
    public IReadOnlyList<MailReport> Next { get; set; } = [];

    /// <summary>The body it was given last.</summary>
    public string? Body { get; private set; }

    public IReadOnlyList<MailReport>? Read(Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        Body = Encoding.UTF8.GetString(body);
        return header(Header) == Right ? Next : null;
    }
}
