using System.Text.RegularExpressions;
using AllianceAgreements.Azure.Keys;
using AllianceAgreements.Azure.Mail;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Functions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

/// <summary>The settings that the templates give the app are those that the product reads.</summary>
public sealed partial class SettingsTemplateTests
{
    private const string ProductSection = "Product";

    /// <summary>Settings that the platform, its host and the libraries of Azure read.</summary>
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "WEBSITE_AUTH_AAD_ALLOWED_TENANTS",
    ];

    /// <summary>The sections whose every setting the other tests look for among the options.</summary>
    private static readonly string[] Bound = [AzureStorageOptions.Section, LinkKeyOptions.Section, MailOptions.Section, ProductSection];

    public static TheoryData<string> Environments => EvaluatedTemplate.Environments;

    [Theory]
    [MemberData(nameof(Environments))]
    public void Settings_EveryEnvironment_AreReadBySomebody(string environment)
    {
        var names = AppSettings.Of(EvaluatedTemplate.Of(environment)).Select(setting => setting.Key).ToArray();

        Assert.Equal(OfThePlatform, names.Where(name => !Bound.Contains(name.Split("__")[0])).Order(StringComparer.Ordinal));
        Assert.Equal(Bound.Order(StringComparer.Ordinal), names.Select(name => name.Split("__")[0]).Where(Bound.Contains).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Settings_EveryEnvironment_AreWhatTheHostAsksFor(string environment)
    {
        var configuration = AppSettings.ConfigurationOf(
            environment, KeyValuePair.Create(AppService.SiteName, (string?)"func-check"), KeyValuePair.Create("WEBSITE_POD_NAME", (string?)"0--1"));

        var product = ProductSettings.Read(configuration);

        Assert.Equal(Uri.UriSchemeHttps, product.PublicAddress.Scheme);
        Assert.False(product.DevelopmentSignIn);
        Assert.Null(configuration[AppService.AuthenticationEnabled]);
        AssertBound<ProductSettings>(configuration, ProductSection);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Settings_EveryEnvironment_AreWhatTheStoresAskFor(string environment)
    {
        var configuration = AppSettings.ConfigurationOf(environment);
        await using var services = new ServiceCollection()
            .AddAzureStores(configuration)
            .BuildServiceProvider();

        Assert.StartsWith("strec", services.GetRequiredService<IOptions<AzureStorageOptions>>().Value.AccountName, StringComparison.Ordinal);
        Assert.Single(services.GetRequiredService<IOptions<LinkKeyOptions>>().Value.PreviousKeys);
        AssertBound<AzureStorageOptions>(configuration, AzureStorageOptions.Section);
        AssertBound<LinkKeyOptions>(configuration, LinkKeyOptions.Section);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Settings_EveryEnvironment_AreWhatMailAsksFor(string environment)
    {
        var configuration = AppSettings.ConfigurationOf(environment);
        await using var services = new ServiceCollection().AddAgreementMail(configuration).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;

        Assert.Equal("agreements@example.org", options.From.Address);
        Assert.NotNull(options.SendGrid.WebhookPublicKey);
        AssertBound<MailOptions>(configuration, MailOptions.Section);
    }

    // Every setting of a section is a property of its options, so none is misspelt and silently ignored.
    private static void AssertBound<T>(IConfiguration configuration, string section)
    {
        Assert.NotEmpty(configuration.GetSection(section).GetChildren());
        Assert.All(Leaves(configuration.GetSection(section)), path =>
            Assert.NotNull(ListIndex().Replace(path, string.Empty).Split(':').Aggregate((Type?)typeof(T), (type, name) => type?.GetProperty(name)?.PropertyType)));
    }

    private static IEnumerable<string> Leaves(IConfigurationSection section, string prefix = "") =>
        section.GetChildren().SelectMany(child => child.Value is null ? Leaves(child, $"{prefix}{child.Key}:") : [prefix + child.Key]);

    [GeneratedRegex(@":\d+\z")]
    private static partial Regex ListIndex();
}
