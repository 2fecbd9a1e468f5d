using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AllianceAgreements.Azure.Keys;
using AllianceAgreements.Azure.Mail;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Links;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

public sealed partial class AppTemplateTests
{
    private const string Configuration = "Microsoft.Web/sites/config";

    public static TheoryData<string> Environments => EvaluatedTemplate.Environments;

    [Theory]
    [MemberData(nameof(Environments))]
    public void App_EveryEnvironment_RunsOnFlexConsumptionOverTls(string environment)
    {
        var template = EvaluatedTemplate.Of(environment);
        var app = template.Single("Microsoft.Web/sites")["properties"]!;

        Assert.Equal("FC1", (string?)template.Single("Microsoft.Web/serverfarms")["sku"]!["name"]);
        Assert.True((bool)app["httpsOnly"]!);
        Assert.Equal("1.2", (string?)app["siteConfig"]!["minTlsVersion"]);
        Assert.Equal("Disabled", (string?)app["siteConfig"]!["ftpsState"]);
        Assert.Equal("UserAssignedIdentity", (string?)app["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]);
        Assert.All(template.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), endpoint =>
            Assert.False((bool)endpoint["properties"]!["allow"]!));
    }

    [Fact]
    public void Runtime_OfTheTemplate_IsTheOneTheProductIsBuiltFor()
    {
        var runtime = EvaluatedTemplate.Of("prod").Single("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!;

        Assert.Equal("dotnet-isolated", (string?)runtime["name"]);
        Assert.Contains($"<TargetFramework>net{runtime["version"]}</TargetFramework>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Secrets_EveryReference_PointsToADeclaredOneInTheVault(string environment)
    {
        var template = EvaluatedTemplate.Of(environment);
        var vault = EvaluatedTemplate.NameOf(template.Single("Microsoft.KeyVault/vaults"));

        var references = Settings(template).Select(setting => Reference().Match(setting.Value!)).Where(match => match.Success).ToArray();

        Assert.All(references, reference => Assert.Equal(vault, reference.Groups["vault"].Value));
        Assert.Single(Settings(template), setting => setting.Value!.Contains("SecretUri=", StringComparison.Ordinal));
        Assert.Equal(DeclaredSecrets(), references.Select(reference => reference.Groups["secret"].Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Settings(template), setting => setting.Value!.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Settings_EveryEnvironment_AreWhatTheStoresAskFor(string environment)
    {
        var configuration = ConfigurationOf(environment);
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
        var configuration = ConfigurationOf(environment);
        await using var services = new ServiceCollection().AddAgreementMail(configuration).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;

        Assert.Equal("agreements@example.org", options.From.Address);
        Assert.NotNull(options.SendGrid.WebhookPublicKey);
        AssertBound<MailOptions>(configuration, MailOptions.Section);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Host_EveryEnvironment_SignsInToItsStorage(string environment)
    {
        var settings = Settings(EvaluatedTemplate.Of(environment)).ToDictionary(StringComparer.Ordinal);

        Assert.StartsWith("sthost", settings["AzureWebJobsStorage__accountName"], StringComparison.Ordinal);
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
        Assert.Contains("Authorization=AAD", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
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

    // What only Azure knows stands in square brackets: a value of the right kind takes its place.
    private static IConfigurationRoot ConfigurationOf(string environment) => new ConfigurationBuilder()
        .AddInMemoryCollection(Settings(EvaluatedTemplate.Of(environment)).Select(setting => KeyValuePair.Create<string, string?>(
            setting.Key.Replace("__", ":", StringComparison.Ordinal),
            setting.Value switch
            {
                "[environment().suffixes.storage]" => "core.windows.net",
                { } value when value.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) =>
                    setting.Key.StartsWith("Links", StringComparison.Ordinal) ? Convert.ToBase64String(new byte[LinkTokens.KeyBytes]) : "SG.what-the-vault-holds",
                _ => setting.Value,
            })))
        .Build();

    private static IEnumerable<KeyValuePair<string, string?>> Settings(EvaluatedTemplate template) =>
        template.Single(Configuration, "/appsettings")["properties"]!.AsObject()
            .Select(setting => KeyValuePair.Create<string, string?>(setting.Key, (string?)setting.Value));

    private static IEnumerable<string> DeclaredSecrets() =>
        Resources(EvaluatedTemplate.Output("secrets.json")["resources"]!)
            .Where(resource => (string?)resource["type"] == "Microsoft.KeyVault/vaults/secrets")
            .Select(resource => SecretName().Match((string)resource["name"]!).Groups["name"].Value)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> Resources(JsonNode resources) =>
        resources is JsonArray array ? array.Select(item => item!) : resources.AsObject().Select(item => item.Value!);

    [GeneratedRegex(@"\A@Microsoft\.KeyVault\(VaultName=(?<vault>[^;]+);SecretName=(?<secret>[^)]+)\)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@":\d+\z")]
    private static partial Regex ListIndex();

    [GeneratedRegex(@"'(?<name>[a-z-]+)'\)\]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretName();
}
