using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AllianceAgreements.Domain.Ports;
using SendGrid;

namespace AllianceAgreements.Azure.Mail.SendGrid;

/// <summary>What SendGrid answered to a mail.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Wait">How long it asks to wait; null when it does not say.</param>
/// <param name="Messages">What it says is wrong, without addresses; empty when it says nothing.</param>
internal sealed record SendGridAnswer(HttpStatusCode StatusCode, TimeSpan? Wait, string Messages)
{
    /// <summary>Longer than this, a mail is better tried again by whoever wants it sent.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public bool IsTaken => (int)StatusCode is >= 200 and < 300;

    private bool MayPass => StatusCode == HttpStatusCode.TooManyRequests || (int)StatusCode >= 500;

    public static async Task<SendGridAnswer> ReadAsync(Response response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = response.IsSuccessStatusCode ? "" : await response.Body.ReadAsStringAsync(cancellationToken);
        return new SendGridAnswer(response.StatusCode, ReadWait(response.Headers, now), ReadMessages(body).WithoutAddresses());
    }

    /// <summary>How long to wait before the next try; null when there should be none.</summary>
    /// <param name="attempt">The tries made so far, from 1.</param>
    public TimeSpan? NextTryIn(int attempt) =>
        MayPass && (Wait ?? TimeSpan.FromSeconds(1 << (attempt - 1))) is var wait && wait <= LongestWait ? wait : null;

    public Exception ToException()
    {
        var message = $"SendGrid answered {(int)StatusCode}{(Messages.Length == 0 ? "" : $": {Messages}")}.";
        return StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new MailUnavailableException(
                $"{message} Check {MailOptions.Section}:SendGrid:ApiKey, its permission to send mail, and that {MailOptions.Section}:From:Address is a verified sender."),
            // What SendGrid answers to a mail that it would never take; the others are not about the mail.
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity =>
                new MailRefusedException(message, null),
            _ when MayPass => new MailUnavailableException(message),
            _ => new MailUnavailableException($"{message} Check that {MailOptions.Section}:SendGrid:Endpoint is the address of SendGrid's API."),
        };
    }

    // Retry-After (RFC 9110, section 10.2.3) is seconds or a date; X-RateLimit-Reset is a Unix time.
    private static TimeSpan? ReadWait(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - now
            ?? (headers.TryGetValues("X-RateLimit-Reset", out var values)
                && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                    ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now
                    : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string ReadMessages(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                ? string.Join("; ", errors.EnumerateArray().Select(ReadMessage).Where(message => message.Length > 0))
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string ReadMessage(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.String)
        {
            return "";
        }

        var text = message.GetString()!.TrimEnd('.');
        return error.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String && field.GetString() is { Length: > 0 } name && name != "null"
            ? $"{name}: {text}"
            : text;
    }
}
