using System.Text.Json;
using System.Text.RegularExpressions;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Azure.Mail.SendGrid;

/// <summary>
/// Reads the events that SendGrid posts, a JSON array of objects ("Event Webhook Reference" in its documentation). Events of other mails or
/// of other kinds (opens, clicks) are left out, as is whatever is not as documented: one odd event must not keep the others away.
/// </summary>
internal static partial class SendGridEvents
{
    private const int LongestCategory = 64;

    /// <summary>What a body tells; null when it is not a JSON array.</summary>
    public static IReadOnlyList<MailReport>? Read(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(item => TryRead(item, now)).OfType<MailReport>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MailReport? TryRead(JsonElement item, DateTimeOffset now)
    {
        try
        {
            return ReadEvent(item, now);
        }
        catch (InvalidOperationException)
        {
            // One of its texts is not Unicode: half a surrogate pair, or bytes that are not UTF-8.
            return null;
        }
    }

    private static MailReport? ReadEvent(JsonElement item, DateTimeOffset now)
    {
        if (item.ValueKind != JsonValueKind.Object || ReadOutcome(item) is not { } outcome
            || !AgreementId.TryParse(Text(item, SendGridMail.AgreementArgument), out var agreement)
            || Text(item, SendGridMail.MailArgument) is not { Length: 64 } mail
            || Text(item, "sg_event_id") is not { Length: > 0 } eventId)
        {
            return null;
        }

        var status = SmtpStatus.Read(Text(item, "status")) ?? SmtpStatus.Read(Text(item, "response")) ?? SmtpStatus.Read(Text(item, "reason"));
        return new MailReport(
            agreement, mail, ReadCategory(item), PlainId().IsMatch(eventId) ? eventId : MailKeys.HashOf(eventId), outcome, ReadTime(item) ?? now,
            outcome.IsFailure() ? ReadReason(item, status) : null, status);
    }

    private static MailOutcome? ReadOutcome(JsonElement item) => Text(item, "event") switch
    {
        "delivered" => MailOutcome.Delivered,
        "deferred" => MailOutcome.Deferred,
        "bounce" => Text(item, "type") == "blocked" ? MailOutcome.Blocked : MailOutcome.Bounced,
        "dropped" => MailOutcome.Dropped,
        "spamreport" => MailOutcome.SpamReported,
        _ => null,
    };

    // The status code says it best; then SendGrid's own reasons of a drop, and its classes of a bounce.
    private static MailReason ReadReason(JsonElement item, string? status) => SmtpStatus.ReasonOf(status) is var told && told != MailReason.Unknown
        ? told
        : Text(item, "event") == "dropped"
        ? Text(item, "reason") switch
        {
            "Bounced Address" or "Unsubscribed Address" or "Spam Reporting Address" => MailReason.Suppressed,
            "Invalid" => MailReason.Address,
            "Spam Content" => MailReason.Content,
            _ => MailReason.Unknown,
        }
        : Text(item, "bounce_classification") switch
        {
            "Invalid Address" => MailReason.Address,
            "Mailbox Unavailable" => MailReason.Mailbox,
            "Technical" or "Technical Failure" => MailReason.MailSystem,
            "Content" => MailReason.Content,
            "Reputation" or "Frequency or Volume Too High" => MailReason.Policy,
            _ => MailReason.Unknown,
        };

    // One category comes as a text, several as an array.
    private static string ReadCategory(JsonElement item)
    {
        var category = item.TryGetProperty("category", out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0
            ? value[0]
            : value;
        return category.ValueKind == JsonValueKind.String && category.GetString() is { Length: > 0 and <= LongestCategory } text
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                ? text
                : "other";
    }

    private static DateTimeOffset? ReadTime(JsonElement item) =>
        item.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
        && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"\A[A-Za-z0-9+/=_\-]{1,100}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainId();
}
