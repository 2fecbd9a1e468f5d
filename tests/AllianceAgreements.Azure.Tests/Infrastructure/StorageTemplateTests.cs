using System.Text.Json.Nodes;
using AllianceAgreements.Azure.Storage;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

public sealed class StorageTemplateTests
{
    private const string Accounts = "Microsoft.Storage/storageAccounts";
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Policies = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";

    public static TheoryData<string> Environments => EvaluatedTemplate.Environments;

    [Theory]
    [MemberData(nameof(Environments))]
    public void Accounts_EveryEnvironment_TakeSignedInRequestsOverTlsOnly(string environment)
    {
        var accounts = EvaluatedTemplate.Of(environment).All(Accounts);

        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, account =>
        {
            var properties = account["properties"]!;
            Assert.False((bool)properties["allowSharedKeyAccess"]!);
            Assert.False((bool)properties["allowBlobPublicAccess"]!);
            Assert.False((bool)properties["allowCrossTenantReplication"]!);
            Assert.True((bool)properties["supportsHttpsTrafficOnly"]!);
            Assert.Equal("TLS1_2", (string?)properties["minimumTlsVersion"]);
        });
        Assert.All(EvaluatedTemplate.Of(environment).All(Containers), container =>
            Assert.Equal("None", (string?)container["properties"]!["publicAccess"]));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Containers_EveryEnvironment_AreThoseTheProductUses(string environment)
    {
        var containers = EvaluatedTemplate.Of(environment).All(Containers).Select(EvaluatedTemplate.NameOf)
            .Where(name => name.StartsWith("strec", StringComparison.Ordinal)).Select(name => name.Split('/')[^1]);

        Assert.Equal(AzureContainers.Names.Order(StringComparer.Ordinal), containers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Records_EveryEnvironment_CanBeAppendedToAndNothingElse(string environment)
    {
        var policy = EvaluatedTemplate.Of(environment).Single(Policies, "/records/default")["properties"]!;

        Assert.True((bool)policy["allowProtectedAppendWrites"]!);
        Assert.InRange((int)policy["immutabilityPeriodSinceCreationInDays"]!, 1, 146_000);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Archive_EveryEnvironment_HoldsEachFileOnItsOwn(string environment)
    {
        var template = EvaluatedTemplate.Of(environment);

        // Retention and legal hold of single files need versions.
        Assert.True((bool)template.Single(Containers, "/archive")["properties"]!["immutableStorageWithVersioning"]!["enabled"]!);
        Assert.True((bool)BlobsOfRecords(template)["isVersioningEnabled"]!);
        Assert.InRange((int)template.Single(Policies, "/archive/default")["properties"]!["immutabilityPeriodSinceCreationInDays"]!, 1, 146_000);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Deletions_EveryEnvironment_CanBeUndone(string environment)
    {
        var blobs = BlobsOfRecords(EvaluatedTemplate.Of(environment));

        foreach (var policy in (string[])["deleteRetentionPolicy", "containerDeleteRetentionPolicy"])
        {
            Assert.True((bool)blobs[policy]!["enabled"]!);
            Assert.InRange((int)blobs[policy]!["days"]!, 7, 365);
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Lifecycle_EveryEnvironment_DeletesNothingButEarlierVersions(string environment)
    {
        var rules = EvaluatedTemplate.Of(environment).Single("Microsoft.Storage/storageAccounts/managementPolicies")
            ["properties"]!["policy"]!["rules"]!.AsArray();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule =>
        {
            var definition = rule!["definition"]!;
            Assert.Null(definition["actions"]!["baseBlob"]?["delete"]);
            Assert.Null(definition["actions"]!["snapshot"]);
            if (definition["actions"]!["version"] is not null)
            {
                Assert.DoesNotContain(definition["filters"]!["prefixMatch"]!.AsArray(), prefix => (string?)prefix is "records/" or "archive/");
            }
        });
    }

    [Fact]
    public void Production_Retention_IsTenYearsAndLocked_ByNobodyButAPerson()
    {
        var template = EvaluatedTemplate.Of("prod");

        Assert.All(template.All(Policies), policy =>
        {
            Assert.Equal(3653, (int)policy["properties"]!["immutabilityPeriodSinceCreationInDays"]!);
            Assert.Null(policy["properties"]!["state"]);
        });
        Assert.Equal("CanNotDelete", (string?)template.Single("Microsoft.Authorization/locks")["properties"]!["level"]);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("prod")]
    public void Stores_OfAPrivateNetwork_AnswerNobodyOutsideIt(string environment)
    {
        var template = EvaluatedTemplate.Of(environment);

        JsonNode[] stores = [.. template.All(Accounts), .. template.All("Microsoft.KeyVault/vaults")];
        Assert.All(stores, store =>
        {
            Assert.Equal("Disabled", (string?)store["properties"]!["publicNetworkAccess"]);
            Assert.Equal("Deny", (string?)store["properties"]!["networkAcls"]!["defaultAction"]);
        });
        Assert.NotNull(template.Single("Microsoft.Web/sites")["properties"]!["virtualNetworkSubnetId"]);
        Assert.Equal(
            ["pep-host-blob", "pep-host-queue", "pep-host-table", "pep-records-blob", "pep-records-table", "pep-vault"],
            template.All("Microsoft.Network/privateEndpoints").Select(EvaluatedTemplate.NameOf).Order(StringComparer.Ordinal));
    }

    private static JsonNode BlobsOfRecords(EvaluatedTemplate template) =>
        template.All("Microsoft.Storage/storageAccounts/blobServices")
            .Single(blobs => EvaluatedTemplate.NameOf(blobs).StartsWith("strec", StringComparison.Ordinal))["properties"]!;
}
