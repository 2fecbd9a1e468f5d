using System.Net.Sockets;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AllianceAgreements.Azure.Mail.Smtp;

/// <summary>Hands mails to a mail server (RFC 5321), one connection a mail.</summary>
internal sealed class SmtpTransport(SmtpEndpoint endpoint, IOptions<MailOptions> options, TimeProvider time) : IMailTransport
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var message = SmtpMail.Compose(mail, options.Value, time.GetUtcNow());
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await SendAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailUnavailableException($"The mail server did not take the mail within {Timeout.TotalSeconds} seconds.") { MayBeTaken = true };
        }
        catch (Exception exception) when (IsTheServers(exception))
        {
            // In words of ours: those of the server may hold the address, and exceptions are kept with what was inside them.
            throw Explain(exception);
        }
    }

    private static Exception Explain(Exception exception) => exception switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refusal when (int)refusal.StatusCode >= 500 =>
            new MailRefusedException(
                $"The mail server does not take the mail: {(int)refusal.StatusCode} {refusal.Message.WithoutAddresses()}",
                SmtpStatus.Read($"{(int)refusal.StatusCode} {refusal.Message}")),
        SmtpCommandException failure =>
            new MailUnavailableException($"The mail server does not take mail now: {(int)failure.StatusCode} {failure.Message.WithoutAddresses()}"),
        AuthenticationException or MailKit.ServiceNotAuthenticatedException => new MailUnavailableException(
            $"The mail server does not sign in with {MailOptions.Section}:Smtp:User and {MailOptions.Section}:Smtp:Password."),
        SslHandshakeException => new MailUnavailableException(
            $"The mail server's certificate is not trusted here, or not for the name in {MailOptions.Section}:Smtp:Host."),
        NotSupportedException => new MailUnavailableException(
            $"The mail server does not encrypt connections on {MailOptions.Section}:Smtp:Port, or knows no way to sign in; mail does not go to it unencrypted."),
        _ => new MailUnavailableException($"The mail server cannot be reached: {exception.GetType().Name}."),
    };

    private static bool IsTheServers(Exception exception) => exception is
        SmtpCommandException or AuthenticationException or MailKit.ServiceNotAuthenticatedException or SslHandshakeException or NotSupportedException
        or MailKit.ProtocolException or IOException or SocketException;

    private async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { ServerCertificateValidationCallback = endpoint.ServerCertificate };
        await client.ConnectAsync(endpoint.Host, endpoint.Port, endpoint.Security, cancellationToken);
        if (endpoint.Credentials is { } credentials)
        {
            await client.AuthenticateAsync(credentials, cancellationToken);
        }

        await HandOverAsync(client, message, cancellationToken);
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or MailKit.ProtocolException or SocketException or OperationCanceledException)
        {
            // The mail is taken; how the connection ends no longer matters.
        }
    }

    private static async Task HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or MailKit.ProtocolException or SocketException)
        {
            throw new MailUnavailableException($"The mail server's answer was lost: {exception.GetType().Name}.") { MayBeTaken = true };
        }
    }
}
