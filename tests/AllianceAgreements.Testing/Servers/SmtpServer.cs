using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AllianceAgreements.Testing.Servers;

/// <summary>A mail server on a free port of this machine that speaks as much of SMTP (RFC 5321) as it takes to be handed mail.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Task> _conversations = [];
    private readonly X509Certificate2 _certificate = NewCertificate();
    private readonly SemaphoreSlim _taken = new(0);
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The mails that were taken, each as its bytes.</summary>
    public ConcurrentQueue<byte[]> Taken { get; } = [];

    /// <summary>What was said to it, without the mails themselves.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public byte[] Certificate => _certificate.RawData;

    /// <summary>Whether it offers to encrypt the connection.</summary>
    public bool OffersTls { get; init; }

    /// <summary>Whether connections are encrypted from the start.</summary>
    public bool BeginsWithTls { get; init; }

    /// <summary>The user and password it signs in, as <c>user:password</c>; null when nobody signs in.</summary>
    public string? User { get; init; }

    /// <summary>Answers a command otherwise, once; by its first word, or <c>.</c> for the end of a mail. An empty answer ends the connection.</summary>
    public ConcurrentDictionary<string, string> AnswerOnce { get; } = [];

    /// <summary>Completes when so many more mails have been taken.</summary>
    public async Task UntilTakenAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!await _taken.WaitAsync(TimeSpan.FromSeconds(60)))
            {
                throw new TimeoutException("No mail came.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_conversations);
        _certificate.Dispose();
        _stop.Dispose();
        _taken.Dispose();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _conversations.Enqueue(ConverseAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Told to stop.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            Stream stream = connection.GetStream();
            if (BeginsWithTls)
            {
                stream = await EncryptAsync(stream);
            }

            await new Conversation(this, stream).RunAsync(_stop.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The other side went, or did not trust the certificate.
        }
    }

    private async Task<Stream> EncryptAsync(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(_certificate, false, checkCertificateRevocation: false);
        return encrypted;
    }

    private sealed class Conversation(SmtpServer server, Stream stream)
    {
        private Stream _stream = stream;

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            await SayAsync("220 localhost ready", cancellationToken);
            while (await ReadLineAsync(cancellationToken) is { } line)
            {
                server.Said.Enqueue(line);
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (server.AnswerOnce.TryRemove(verb, out var other))
                {
                    if (other.Length == 0)
                    {
                        return;
                    }

                    await SayAsync(other, cancellationToken);
                    continue;
                }

                if (!await AnswerAsync(verb, line, cancellationToken))
                {
                    return;
                }
            }
        }

        private async Task<bool> AnswerAsync(string verb, string line, CancellationToken cancellationToken)
        {
            switch (verb)
            {
                case "EHLO":
                    var extensions = string.Concat(
                        server.OffersTls && _stream is not SslStream ? "250-STARTTLS\r\n" : "", server.User is null ? "" : "250-AUTH PLAIN\r\n");
                    await SayAsync($"250-localhost\r\n{extensions}250 8BITMIME", cancellationToken);
                    break;
                case "STARTTLS":
                    await SayAsync("220 go on", cancellationToken);
                    _stream = await server.EncryptAsync(_stream);
                    break;
                case "AUTH":
                    var given = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\0');
                    await SayAsync($"{given[1]}:{given[2]}" == server.User ? "235 welcome" : "535 5.7.8 not you", cancellationToken);
                    break;
                case "DATA":
                    await SayAsync("354 go on", cancellationToken);
                    await TakeAsync(cancellationToken);
                    break;
                case "QUIT":
                    await SayAsync("221 bye", cancellationToken);
                    return false;
                default:
                    await SayAsync("250 ok", cancellationToken);
                    break;
            }

            return true;
        }

        private async Task TakeAsync(CancellationToken cancellationToken)
        {
            using var mail = new MemoryStream();
            while (await ReadLineAsync(cancellationToken) is { } line && line != ".")
            {
                // RFC 5321, section 4.5.2: a line that begins with a dot was given one more.
                mail.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
            }

            if (server.AnswerOnce.TryRemove(".", out var other) && other.Length > 0)
            {
                await SayAsync(other, cancellationToken);
                return;
            }

            server.Taken.Enqueue(mail.ToArray());
            server._taken.Release();
            if (other is { Length: 0 })
            {
                throw new IOException("The mail is taken, and the connection breaks.");
            }

            await SayAsync("250 taken", cancellationToken);
        }

        private ValueTask SayAsync(string line, CancellationToken cancellationToken) =>
            _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);

        private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            var line = new StringBuilder();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, cancellationToken) == 1)
            {
                if (one[0] == '\n')
                {
                    return line.ToString().TrimEnd('\r');
                }

                line.Append((char)one[0]);
            }

            return null;
        }
    }
}
