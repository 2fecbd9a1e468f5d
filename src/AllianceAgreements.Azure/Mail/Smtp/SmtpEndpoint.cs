using System.Net;
using System.Net.Security;
using MailKit.Security;

namespace AllianceAgreements.Azure.Mail.Smtp;

/// <summary>A mail server, and how to connect to it.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Credentials">Whom to sign in as; null for nobody.</param>
internal sealed record SmtpEndpoint(string Host, int Port, SecureSocketOptions Security, NetworkCredential? Credentials)
{
    // RFC 8314, section 7.3: submission over TLS from the start.
    private const int ImplicitTlsPort = 465;

    /// <summary>Decides on a server's certificate; null leaves it to the machine's trusted authorities.</summary>
    public RemoteCertificateValidationCallback? ServerCertificate { get; init; }

    public static SmtpEndpoint Of(SmtpOptions options) => new(
        options.Host!, options.Port, SecurityOf(options.Host!, options.Port),
        string.IsNullOrEmpty(options.User) ? null : new NetworkCredential(options.User, options.Password));

    // What stays on this machine may go unencrypted; anything else is encrypted, or not sent.
    private static SecureSocketOptions SecurityOf(string host, int port) =>
        port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : IsLoopback(host) ? SecureSocketOptions.StartTlsWhenAvailable
        : SecureSocketOptions.StartTls;

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
