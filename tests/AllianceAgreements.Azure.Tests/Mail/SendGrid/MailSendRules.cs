using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AllianceAgreements.Azure.Tests.Mail.SendGrid;

/// <summary>
/// The rules of SendGrid's v3 mail send that the product can touch, from its public OpenAPI description (sendgrid-oai, tsg_mail_v3: request
/// body PostMailSend) and "Mail Send Errors" in its documentation.
/// </summary>
internal static class MailSendRules
{
    private static readonly string[] Known =
    [
        "personalizations", "from", "reply_to", "reply_to_list", "subject", "content", "attachments", "template_id", "headers", "categories",
        "custom_args", "send_at", "batch_id", "asm", "ip_pool_name", "mail_settings", "tracking_settings",
    ];

    private static readonly string[] ReservedHeaders =
    [
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject", "reply-to", "cc", "bcc",
    ];

    /// <summary>What SendGrid would refuse in a request; empty when it would take it.</summary>
    public static IReadOnlyList<string> FaultsOf(JsonNode mail) =>
    [
        .. mail.AsObject().Where(member => !Known.Contains(member.Key)).Select(member => $"{member.Key} is not known"),
        .. Personalizations(mail["personalizations"]),
        .. Address(mail["from"], "from"),
        .. mail["reply_to"] is { } replyTo ? Address(replyTo, "reply_to") : [],
        .. Subject(Text(mail["subject"])),
        .. Content(mail["content"]),
        .. Categories(mail["categories"]),
        .. (mail["headers"] as JsonObject ?? []).Where(header => ReservedHeaders.Contains(header.Key.ToLowerInvariant())).Select(header => $"headers: {header.Key} is reserved"),
        .. Tracking(mail["tracking_settings"]),
    ];

    private static IEnumerable<string> Personalizations(JsonNode? node)
    {
        if (node is not JsonArray { Count: >= 1 and <= 1000 } envelopes)
        {
            yield return "personalizations must be 1 to 1,000 objects";
            yield break;
        }

        foreach (var envelope in envelopes)
        {
            var recipients = envelope!["to"] as JsonArray ?? [];
            if (recipients.Count == 0)
            {
                yield return "to must have a recipient";
            }

            foreach (var fault in recipients.SelectMany(recipient => Address(recipient, "to")))
            {
                yield return fault;
            }

            var arguments = envelope["custom_args"] as JsonObject ?? [];
            if (arguments.Any(argument => argument.Value?.GetValueKind() != JsonValueKind.String))
            {
                yield return "custom_args must be texts";
            }

            if (Encoding.UTF8.GetByteCount(arguments.ToJsonString()) > 10_000)
            {
                yield return "custom_args must be at most 10,000 bytes";
            }
        }
    }

    private static IEnumerable<string> Address(JsonNode? node, string name)
    {
        var email = Text(node?["email"]);
        if (email is null || email.Count(c => c == '@') != 1 || email.Any(char.IsWhiteSpace))
        {
            yield return $"{name} must have an email";
        }

        if (Text(node?["name"]) is { } shown && shown.IndexOfAny([',', ';']) >= 0 && !(shown.StartsWith('"') && shown.EndsWith('"')))
        {
            yield return $"{name}: a name with a comma or semicolon must be quoted";
        }
    }

    private static IEnumerable<string> Subject(string? subject)
    {
        if (string.IsNullOrEmpty(subject))
        {
            yield return "subject must not be empty";
        }
        else if (subject.IndexOfAny(['\r', '\n']) >= 0)
        {
            yield return "subject must be one line";
        }
    }

    private static IEnumerable<string> Content(JsonNode? node)
    {
        var parts = (node as JsonArray ?? []).Select(part => (Type: Text(part!["type"]), Value: Text(part["value"]))).ToList();
        if (parts.Count == 0 || parts.Exists(part => string.IsNullOrEmpty(part.Type) || string.IsNullOrEmpty(part.Value)))
        {
            yield return "content must have parts, each with a type and a value";
        }

        if (parts.Exists(part => part.Type!.IndexOfAny([';', '\r', '\n']) >= 0))
        {
            yield return "content: a type must have no parameters and no line break";
        }

        if (parts.FindIndex(part => part.Type == "text/plain") > 0 || parts.FindIndex(part => part.Type == "text/html") > 1)
        {
            yield return "content must begin with text/plain, then text/html";
        }
    }

    private static IEnumerable<string> Categories(JsonNode? node)
    {
        var categories = (node as JsonArray ?? []).Select(Text).ToList();
        if (categories.Count > 10 || categories.Distinct().Count() != categories.Count)
        {
            yield return "categories must be at most 10, each once";
        }

        if (categories.Exists(category => category is not { Length: >= 1 and <= 255 } || !Ascii.IsValid(category)))
        {
            yield return "a category must be 1 to 255 characters of ASCII";
        }
    }

    private static IEnumerable<string> Tracking(JsonNode? node) =>
        (node as JsonObject ?? []).SelectMany(setting => setting.Value!.AsObject().Where(
            member => member.Key is "enable" or "enable_text" && member.Value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            .Select(member => $"tracking_settings.{setting.Key}.{member.Key} must be true or false"));

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
