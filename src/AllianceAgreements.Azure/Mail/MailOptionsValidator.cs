using AllianceAgreements.Azure.Mail.SendGrid;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AllianceAgreements.Azure.Mail;

/// <summary>Says at the start what is wrong with the options, and what would be right; never what a secret is.</summary>
internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private const string SendGridSection = $"{MailOptions.Section}:{nameof(MailOptions.SendGrid)}";
    private const string SmtpSection = $"{MailOptions.Section}:{nameof(MailOptions.Smtp)}";

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        List<string> faults = [.. Common(options), .. MailProviders.Read(options.Provider) switch
        {
            MailProvider.SendGrid => SendGrid(options),
            MailProvider.Smtp => Smtp(options.Smtp),
            _ => [$"{MailOptions.Section}:{nameof(MailOptions.Provider)} must be {nameof(MailProvider.SendGrid)} or {nameof(MailProvider.Smtp)}."],
        }];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Common(MailOptions options)
    {
        if (!IsAddress(options.From.Address))
        {
            yield return $"{MailOptions.Section}:From:Address must be the e-mail address that mail comes from.";
        }

        if (string.IsNullOrWhiteSpace(options.From.Name) || options.From.Name.Any(char.IsControl))
        {
            yield return $"{MailOptions.Section}:From:Name must be the name that mail comes from, on one line.";
        }

        if (!string.IsNullOrEmpty(options.ReplyTo) && !IsAddress(options.ReplyTo))
        {
            yield return $"{MailOptions.Section}:{nameof(options.ReplyTo)} must be an e-mail address, or left out.";
        }

        if (!string.IsNullOrEmpty(options.LegalAddress) && !IsAddress(options.LegalAddress))
        {
            yield return $"{MailOptions.Section}:{nameof(options.LegalAddress)} must be the legal team's e-mail address, or left out.";
        }
    }

    private static IEnumerable<string> SendGrid(MailOptions options)
    {
        if (options.SendGrid.ApiKey?.StartsWith("SG.", StringComparison.Ordinal) != true || options.SendGrid.ApiKey.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c)))
        {
            yield return $"{SendGridSection}:{nameof(SendGridOptions.ApiKey)} must be a SendGrid API key, which begins with 'SG.'.";
        }

        if (!Uri.TryCreate(options.SendGrid.Endpoint, UriKind.Absolute, out var endpoint)
            || !(endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.IsLoopback && endpoint.Scheme == Uri.UriSchemeHttp)))
        {
            yield return $"{SendGridSection}:{nameof(SendGridOptions.Endpoint)} must be an https address, such as https://api.sendgrid.com.";
        }

        if (string.IsNullOrEmpty(options.SendGrid.WebhookPublicKey))
        {
            yield break;
        }

        if (SendGridSignature.ReadKey(options.SendGrid.WebhookPublicKey) is null)
        {
            yield return $"{SendGridSection}:{nameof(SendGridOptions.WebhookPublicKey)} must be the verification key that SendGrid shows for its signed event webhook, or left out.";
        }

        if (string.IsNullOrEmpty(options.LegalAddress))
        {
            yield return $"{MailOptions.Section}:{nameof(options.LegalAddress)} must be set with {SendGridSection}:{nameof(SendGridOptions.WebhookPublicKey)}: it is where undelivered mail is told.";
        }
    }

    private static IEnumerable<string> Smtp(SmtpOptions options)
    {
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown)
        {
            yield return $"{SmtpSection}:{nameof(SmtpOptions.Host)} must be the name of the mail server alone, such as smtp.example.org.";
        }

        if (options.Port is < 1 or > 65_535)
        {
            yield return $"{SmtpSection}:{nameof(SmtpOptions.Port)} must be 1 to 65535; mail servers take mail on 587 or 465.";
        }

        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password))
        {
            yield return $"{SmtpSection}:{nameof(SmtpOptions.User)} and {SmtpSection}:{nameof(SmtpOptions.Password)} must both be set, or neither.";
        }
    }

    private static bool IsAddress(string? text) => MailboxAddress.TryParse(text, out var address) && address.Address == text && text.Contains('@', StringComparison.Ordinal);
}

/// <summary>Which service takes the mail.</summary>
internal enum MailProvider
{
    SendGrid,
    Smtp,
}

/// <summary>Reads providers.</summary>
internal static class MailProviders
{
    /// <summary>The provider of this name, in whatever case; null when there is none.</summary>
    public static MailProvider? Read(string? name) => name?.ToUpperInvariant() switch
    {
        "SENDGRID" => MailProvider.SendGrid,
        "SMTP" => MailProvider.Smtp,
        _ => null,
    };
}
