using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

public sealed partial class AppTemplateTests
{
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

        var references = AppSettings.Of(template).Select(setting => Reference().Match(setting.Value!)).Where(match => match.Success).ToArray();

        Assert.All(references, reference => Assert.Equal(vault, reference.Groups["vault"].Value));
        Assert.Single(AppSettings.Of(template), setting => setting.Value!.Contains("SecretUri=", StringComparison.Ordinal));
        Assert.Equal(DeclaredSecrets(), references.Select(reference => reference.Groups["secret"].Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(AppSettings.Of(template), setting => setting.Value!.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Host_EveryEnvironment_SignsInToItsStorage(string environment)
    {
        var settings = AppSettings.Of(EvaluatedTemplate.Of(environment)).ToDictionary(StringComparer.Ordinal);

        Assert.StartsWith("sthost", settings["AzureWebJobsStorage__accountName"], StringComparison.Ordinal);
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
        Assert.Contains("Authorization=AAD", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> DeclaredSecrets() =>
        Resources(EvaluatedTemplate.Output("secrets.json")["resources"]!)
            .Where(resource => (string?)resource["type"] == "Microsoft.KeyVault/vaults/secrets")
            .Select(resource => SecretName().Match((string)resource["name"]!).Groups["name"].Value)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> Resources(JsonNode resources) =>
        resources is JsonArray array ? array.Select(item => item!) : resources.AsObject().Select(item => item.Value!);

    [GeneratedRegex(@"\A@Microsoft\.KeyVault\(VaultName=(?<vault>[^;]+);SecretName=(?<secret>[^)]+)\)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"'(?<name>[a-z-]+)'\)\]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretName();
}
