using System.Text.Json.Nodes;
using AllianceAgreements.Web.Auth;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

public sealed class AccessTemplateTests
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string VaultSecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    private const string Assignments = "Microsoft.Authorization/roleAssignments";
    private const string Definitions = "Microsoft.Authorization/roleDefinitions";

    public static TheoryData<string> Environments => EvaluatedTemplate.Environments;

    [Theory]
    [MemberData(nameof(Environments))]
    public void Roles_EveryEnvironment_AreTheseAndReachNoFurther(string environment)
    {
        var template = EvaluatedTemplate.Of(environment);
        var writer = EvaluatedTemplate.NameOf(template.Single(Definitions));

        var given = template.All(Assignments).Select(assignment => (Scope: ScopeOf(assignment), Role: RoleOf(assignment))).Order().ToArray();

        (string, string)[] expected =
        [
            ("components/appi-alliance-check", MetricsPublisher),
            ("storageAccounts/sthost", QueueDataContributor),
            ("storageAccounts/sthost", TableDataContributor),
            ("storageAccounts/sthost", BlobDataOwner),
            ("storageAccounts/strec", TableDataContributor),
            .. Array.ConvertAll<string, (string, string)>(
                ["archive", "documents", "keys", "records"],
                container => ($"storageAccounts/strec/blobServices/default/containers/{container}", writer)),
            ("vaults/kv-", VaultSecretsUser),
        ];
        Assert.Equal(expected.Order(), given);
        Assert.All(template.All(Assignments), assignment =>
            Assert.Equal("ServicePrincipal", (string?)assignment["properties"]!["principalType"]));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Writer_EveryEnvironment_CanNeitherDeleteNorShortenRetention(string environment)
    {
        var permissions = EvaluatedTemplate.Of(environment).Single(Definitions)["properties"]!["permissions"]!.AsArray();

        var permission = Assert.Single(permissions)!;
        string[] allowed = [.. Strings(permission["actions"]), .. Strings(permission["dataActions"])];
        Assert.Contains("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action", allowed);
        Assert.All(allowed, action =>
        {
            Assert.DoesNotContain('*', action);
            Assert.DoesNotContain("delete", action, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("immutableStorage", action, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("superUser", action, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Vault_EveryEnvironment_IsOpenedByRolesOnly(string environment)
    {
        var vault = EvaluatedTemplate.Of(environment).Single("Microsoft.KeyVault/vaults")["properties"]!;

        Assert.True((bool)vault["enableRbacAuthorization"]!);
        Assert.True((bool)vault["enableSoftDelete"]!);
        Assert.Null(vault["accessPolicies"]);
        Assert.Equal(environment == "dev" ? null : true, (bool?)vault["enablePurgeProtection"]);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void SignIn_EveryEnvironment_LetsPartnersThroughAndHasNoSecret(string environment)
    {
        var template = EvaluatedTemplate.Of(environment);
        var signIn = template.Single("Microsoft.Web/sites/config", "/authsettingsV2")["properties"]!;
        var entra = signIn["identityProviders"]!["azureActiveDirectory"]!;

        Assert.True((bool)signIn["platform"]!["enabled"]!);
        Assert.False((bool)signIn["globalValidation"]!["requireAuthentication"]!);
        Assert.Equal("AllowAnonymous", (string?)signIn["globalValidation"]!["unauthenticatedClientAction"]);
        Assert.True((bool)signIn["httpSettings"]!["requireHttps"]!);
        Assert.False((bool)signIn["login"]!["tokenStore"]!["enabled"]!);
        Assert.Contains(
            (string)entra["registration"]!["clientSecretSettingName"]!,
            template.Single("Microsoft.Web/sites/config", "/appsettings")["properties"]!.AsObject().Select(setting => setting.Key));
        Assert.Equal(["11111111-1111-1111-1111-111111111111"], Strings(entra["validation"]!["defaultAuthorizationPolicy"]!["allowedApplications"]));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Telemetry_EveryEnvironment_IsTakenFromSignedInSendersOnly(string environment)
    {
        var template = EvaluatedTemplate.Of(environment);

        Assert.True((bool)template.Single("Microsoft.Insights/components")["properties"]!["DisableLocalAuth"]!);
        Assert.True((bool)template.Single("Microsoft.OperationalInsights/workspaces")["properties"]!["features"]!["disableLocalAuth"]!);
    }

    [Fact]
    public void AppRoles_Registered_AreTheOnesTheProductKnows()
    {
        var roles = JsonNode.Parse(Repository.Read("infra", "app-roles.json"))!.AsArray();

        Assert.Equal(AccessRoles.All, roles.Select(role => (string)role!["value"]!));
        Assert.Distinct(roles.Select(role => Guid.Parse((string)role!["id"]!)));
        Assert.All(roles, role => Assert.True((bool)role!["isEnabled"]!));
    }

    private static string[] Strings(JsonNode? array) => [.. array!.AsArray().Select(item => (string)item!)];

    private static string RoleOf(JsonNode assignment) => ((string)assignment["properties"]!["roleDefinitionId"]!).Split('/')[^1];

    // From the resource's type on, without the part of a name that is made unique; a wider scope has no resource and stays whole.
    private static string ScopeOf(JsonNode assignment)
    {
        var id = EvaluatedTemplate.IdOf(assignment);
        var scope = id[..id.LastIndexOf($"/providers/{Assignments}", StringComparison.Ordinal)];
        var provider = scope.IndexOf("/providers/", StringComparison.Ordinal);
        if (provider < 0)
        {
            return scope;
        }

        var resource = scope[(scope.IndexOf('/', provider + "/providers/".Length) + 1)..];
        string[] made = ["sthost", "strec", "kv-"];
        return string.Join('/', resource.Split('/').Select(part =>
            Array.Find(made, name => part.StartsWith(name, StringComparison.Ordinal)) ?? part));
    }
}
