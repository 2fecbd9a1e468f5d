using System.Security.Cryptography;
using AllianceAgreements.Azure.Mail;
using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail;

public sealed class MailOptionsValidatorTests
{
    private const string Secret = "SG.aSecretThatIsNeverShown";

    private static readonly Dictionary<string, string?> SendGrid = new()
    {
        ["Mail:Provider"] = "sendgrid",
        ["Mail:From:Address"] = "agreements@lakeside.example",
        ["Mail:LegalAddress"] = "legal@lakeside.example",
        ["Mail:SendGrid:ApiKey"] = Secret,
        ["Mail:SendGrid:WebhookPublicKey"] = NewKey(ECCurve.NamedCurves.nistP256),
    };

    private static readonly Dictionary<string, string?> Smtp = new()
    {
        ["Mail:Provider"] = "Smtp",
        ["Mail:From:Address"] = "agreements@lakeside.example",
        ["Mail:Smtp:Host"] = "smtp.lakeside.example",
        ["Mail:Smtp:User"] = "agreements",
        ["Mail:Smtp:Password"] = Secret,
    };

    public static TheoryData<string, string?, string> FaultsWithSendGrid => new()
    {
        { "Mail:Provider", null, "Mail:Provider must be SendGrid or Smtp" },
        { "Mail:Provider", "Pigeon", "Mail:Provider must be SendGrid or Smtp" },
        { "Mail:From:Address", null, "Mail:From:Address must be" },
        { "Mail:From:Address", "Legal <legal@lakeside.example>", "Mail:From:Address must be" },
        { "Mail:From:Name", "Two\nlines", "Mail:From:Name must be" },
        { "Mail:ReplyTo", "nobody", "Mail:ReplyTo must be" },
        { "Mail:LegalAddress", "nobody", "Mail:LegalAddress must be" },
        { "Mail:LegalAddress", null, "Mail:LegalAddress must be set with Mail:SendGrid:WebhookPublicKey" },
        { "Mail:SendGrid:ApiKey", null, "Mail:SendGrid:ApiKey must be" },
        { "Mail:SendGrid:ApiKey", "@Microsoft.KeyVault(SecretUri=https://vault)", "Mail:SendGrid:ApiKey must be" },
        { "Mail:SendGrid:ApiKey", $"{Secret}\n", "Mail:SendGrid:ApiKey must be" },
        { "Mail:SendGrid:Endpoint", "http://api.sendgrid.com", "Mail:SendGrid:Endpoint must be" },
        { "Mail:SendGrid:Endpoint", "api.sendgrid.com", "Mail:SendGrid:Endpoint must be" },
        { "Mail:SendGrid:WebhookPublicKey", "bm90IGEga2V5", "Mail:SendGrid:WebhookPublicKey must be" },
        { "Mail:SendGrid:WebhookPublicKey", "not base 64", "Mail:SendGrid:WebhookPublicKey must be" },
        { "Mail:SendGrid:WebhookPublicKey", NewKey(ECCurve.NamedCurves.nistP384), "Mail:SendGrid:WebhookPublicKey must be" },
    };

    public static TheoryData<string, string?, string> FaultsWithSmtp => new()
    {
        { "Mail:Smtp:Host", null, "Mail:Smtp:Host must be" },
        { "Mail:Smtp:Host", "smtp://smtp.lakeside.example:587", "Mail:Smtp:Host must be" },
        { "Mail:Smtp:Port", "0", "Mail:Smtp:Port must be" },
        { "Mail:Smtp:Port", "65536", "Mail:Smtp:Port must be" },
        { "Mail:Smtp:Password", null, "Mail:Smtp:User and Mail:Smtp:Password must both be set" },
        { "Mail:Smtp:User", "", "Mail:Smtp:User and Mail:Smtp:Password must both be set" },
    };

    [Theory]
    [MemberData(nameof(FaultsWithSendGrid))]
    public void Validate_SendGridWithAFault_NamesItsOptionAndNoSecret(string option, string? value, string expected) =>
        AssertFault(SendGrid, option, value, expected);

    [Theory]
    [MemberData(nameof(FaultsWithSmtp))]
    public void Validate_SmtpWithAFault_NamesItsOptionAndNoSecret(string option, string? value, string expected) =>
        AssertFault(Smtp, option, value, expected);

    [Fact]
    public void Validate_NothingSet_NamesEveryOptionAtOnce()
    {
        using var services = Services([]);

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);

        Assert.Equal(["Mail:From:Address", "Mail:Provider"], fault.Failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void Validate_Complete_Holds()
    {
        foreach (var settings in new[] { SendGrid, Smtp })
        {
            using var services = Services(settings);
            Assert.Equal("Alliance Agreements", services.GetRequiredService<IOptions<MailOptions>>().Value.From.Name);
        }
    }

    [Fact]
    public void AddAgreementMail_EventSource_IsThereOnlyWithAKey()
    {
        using var with = Services(SendGrid);
        using var without = Services(new(SendGrid) { ["Mail:SendGrid:WebhookPublicKey"] = "" });
        using var smtp = Services(new(Smtp) { ["Mail:SendGrid:WebhookPublicKey"] = NewKey(ECCurve.NamedCurves.nistP256) });

        Assert.NotNull(with.GetService<IMailEventSource>());
        Assert.Null(without.GetService<IMailEventSource>());
        Assert.Null(smtp.GetService<IMailEventSource>());
    }

    private static void AssertFault(Dictionary<string, string?> settings, string option, string? value, string expected)
    {
        using var services = Services(new(settings) { [option] = value });

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);

        Assert.StartsWith(expected, Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddAgreementMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();

    private static string NewKey(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
