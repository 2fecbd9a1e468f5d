using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace AllianceAgreements.Azure.Mail.SendGrid;

/// <summary>
/// Hands mails to SendGrid. What SendGrid puts off (429, 5xx) is tried again a few times, when it says, or after one, two and four seconds.
/// </summary>
internal sealed class SendGridTransport(
    IHttpClientFactory http, IOptions<MailOptions> options, TimeProvider time, ILogger<SendGridTransport> logger) : IMailTransport
{
    /// <summary>The HTTP client of the factory that it uses.</summary>
    public const string HttpClientName = "SendGrid";

    /// <summary>How long one answer may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private const int MaximumAttempts = 4;

    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var message = SendGridMail.Compose(mail, options.Value);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await PostAsync(message, cancellationToken);
            if (answer.IsTaken)
            {
                return;
            }

            if (attempt == MaximumAttempts || answer.NextTryIn(attempt) is not { } wait)
            {
                throw answer.ToException();
            }

            logger.MailPutOff((int)answer.StatusCode, wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<SendGridAnswer> PostAsync(SendGridMessage message, CancellationToken cancellationToken)
    {
        using var connection = http.CreateClient(HttpClientName);
        var client = new SendGridClient(connection, new SendGridClientOptions { ApiKey = options.Value.SendGrid.ApiKey, Host = options.Value.SendGrid.Endpoint });
        try
        {
            var response = await client.SendEmailAsync(message, cancellationToken);
            return await SendGridAnswer.ReadAsync(response, time.GetUtcNow(), cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new MailUnavailableException($"SendGrid cannot be reached: {exception.HttpRequestError}.") { MayBeTaken = !IsBeforeTheMail(exception) };
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            throw new MailUnavailableException("SendGrid did not answer in time.") { MayBeTaken = true };
        }
    }

    // Without a connection, nothing was handed over.
    private static bool IsBeforeTheMail(HttpRequestException exception) => exception.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}
