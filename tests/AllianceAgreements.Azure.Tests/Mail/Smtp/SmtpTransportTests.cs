using System.Net;
using AllianceAgreements.Azure.Mail;
using AllianceAgreements.Azure.Mail.Smtp;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail.Smtp;

public sealed class SmtpTransportTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Mail_IsAnInternetMessage()
    {
        await using var server = new SmtpServer();

        await SendAsync(server);

        using var message = MimeMessage.Load(new MemoryStream(Assert.Single(server.Taken)), Cancellation);
        Assert.Equal("\"Lakeside Legal\" <agreements@lakeside.example>", message.From.ToString());
        Assert.Equal("legal@lakeside.example", message.ReplyTo.ToString());
        Assert.Equal($"{MailKeys.HashOf(TestMail.Request.Key)[..32]}@lakeside.example", message.MessageId);
        Assert.Equal(Now, message.Date);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(message.Body).Select(part => part.ContentType.MimeType));
        Assert.Contains("MAIL FROM:<agreements@lakeside.example>", server.Said.First(line => line.StartsWith("MAIL", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<zoe@example.org>", server.Said);
        Assert.Equal("QUIT", server.Said.Last());
    }

    [Fact]
    public async Task SendAsync_StartTls_EncryptsBeforeItSignsIn()
    {
        await using var server = new SmtpServer { OffersTls = true, User = "agreements:secret" };

        await SendAsync(server, SecureSocketOptions.StartTls, new NetworkCredential("agreements", "secret"));

        Assert.Single(server.Taken);
        var verbs = server.Said.Select(line => line.Split(' ')[0]).ToList();
        Assert.Equal(["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"], verbs);
    }

    [Fact]
    public async Task SendAsync_TlsFromTheStart_IsSent()
    {
        await using var server = new SmtpServer { BeginsWithTls = true };

        await SendAsync(server, SecureSocketOptions.SslOnConnect);

        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task SendAsync_ServerDoesNotEncrypt_SendsNothingAndNoPassword()
    {
        await using var server = new SmtpServer { User = "agreements:secret" };

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(
            () => SendAsync(server, SecureSocketOptions.StartTls, new NetworkCredential("agreements", "secret")));

        Assert.Contains("Mail:Smtp:Port", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
        Assert.DoesNotContain(server.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_CertificateIsNotTrusted_SendsNothing()
    {
        await using var server = new SmtpServer { BeginsWithTls = true };
        var transport = new SmtpTransport(
            new SmtpEndpoint("127.0.0.1", server.Port, SecureSocketOptions.SslOnConnect, null), TestMail.Wrapped(), new FakeTimeProvider(Now));

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(() => transport.SendAsync(TestMail.Request, Cancellation).AsTask());

        Assert.Contains("Mail:Smtp:Host", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task SendAsync_PasswordIsWrong_SaysWhichOptionsAndNotTheirValues()
    {
        await using var server = new SmtpServer { OffersTls = true, User = "agreements:secret" };

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(
            () => SendAsync(server, SecureSocketOptions.StartTls, new NetworkCredential("agreements", "guessed")));

        Assert.Contains("Mail:Smtp:Password", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <zoe@example.org>: no such user", "5.1.1")]
    [InlineData("RCPT", "550 zoe@example.org is not here", "550")]
    [InlineData(".", "554 5.7.1 looks like spam to zoe@example.org", "5.7.1")]
    public async Task SendAsync_RefusedForGood_TellsTheCodeAndNoAddress(string command, string answer, string status)
    {
        await using var server = new SmtpServer { AnswerOnce = { [command] = answer } };

        var refusal = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(server));

        Assert.Equal(status, refusal.Status);
        Assert.Contains(answer[..3], refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe", refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 greylisted, zoe@example.org; try again")]
    [InlineData("MAIL", "530 5.7.0 sign in first")]
    [InlineData(".", "452 4.3.1 full")]
    [InlineData("EHLO", "")]
    public async Task SendAsync_NotTakenNow_FailsInAWayThatPasses(string command, string answer)
    {
        await using var server = new SmtpServer { AnswerOnce = { [command] = answer } };

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(server));

        Assert.DoesNotContain("zoe", failure.ToString(), StringComparison.Ordinal);
        Assert.False(failure.MayBeTaken);
        Assert.Empty(server.Taken);
        await SendAsync(server);
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData("DATA", 0)]
    [InlineData(".", 1)]
    public async Task SendAsync_AnswerToTheMailIsLost_SaysThatItMayBeTaken(string command, int taken)
    {
        await using var server = new SmtpServer { AnswerOnce = { [command] = "" } };

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(server));

        Assert.True(failure.MayBeTaken);
        Assert.Equal(taken, server.Taken.Count);
    }

    [Fact]
    public async Task SendAsync_ConnectionBreaksOnceTheMailIsTaken_HasBeenSent()
    {
        await using var server = new SmtpServer { AnswerOnce = { ["QUIT"] = "" } };

        await SendAsync(server);

        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_FailsInAWayThatPasses()
    {
        var gone = new SmtpServer();
        var port = gone.Port;
        await gone.DisposeAsync();
        var transport = new SmtpTransport(new SmtpEndpoint("127.0.0.1", port, SecureSocketOptions.None, null), TestMail.Wrapped(), new FakeTimeProvider(Now));

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(() => transport.SendAsync(TestMail.Request, Cancellation).AsTask());
        Assert.False(failure.MayBeTaken);
    }

    [Theory]
    [InlineData("smtp.lakeside.example", 587, SecureSocketOptions.StartTls)]
    [InlineData("smtp.lakeside.example", 25, SecureSocketOptions.StartTls)]
    [InlineData("smtp.lakeside.example", 465, SecureSocketOptions.SslOnConnect)]
    [InlineData("192.0.2.1", 587, SecureSocketOptions.StartTls)]
    [InlineData("localhost.lakeside.example", 587, SecureSocketOptions.StartTls)]
    [InlineData("localhost", 1025, SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData("127.0.0.1", 1025, SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData("::1", 1025, SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData("localhost", 465, SecureSocketOptions.SslOnConnect)]
    public void Of_AnyHost_EncryptsUnlessItStaysOnThisMachine(string host, int port, SecureSocketOptions expected) =>
        Assert.Equal(expected, SmtpEndpoint.Of(new SmtpOptions { Host = host, Port = port }).Security);

    private static Task SendAsync(
        SmtpServer server, SecureSocketOptions security = SecureSocketOptions.StartTlsWhenAvailable, NetworkCredential? credentials = null)
    {
        var endpoint = new SmtpEndpoint("127.0.0.1", server.Port, security, credentials)
        {
            ServerCertificate = (_, certificate, _, _) => certificate!.GetRawCertData().AsSpan().SequenceEqual(server.Certificate),
        };
        return new SmtpTransport(endpoint, TestMail.Wrapped(), new FakeTimeProvider(Now)).SendAsync(TestMail.Request, Cancellation).AsTask();
    }
}
