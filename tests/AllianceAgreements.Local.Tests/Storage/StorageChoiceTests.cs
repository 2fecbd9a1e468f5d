using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Local.Tests.Commands;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceAgreements.Local.Tests.Storage;

public sealed class StorageChoiceTests
{
    private const string Key = "c2VjcmV0";
    private const string Connection = $"DefaultEndpointsProtocol=https;AccountName=allianceprod;AccountKey={Key};EndpointSuffix=core.windows.net";

    [Fact]
    public void Of_NothingGiven_IsTheDataFolder() => Assert.Null(StorageChoice.Of(null, Environment()).Account);

    [Fact]
    public void Of_AName_IsThatAccountWhateverTheEnvironmentConnectsTo()
    {
        var choice = StorageChoice.Of("allianceprod", Environment(("Storage:ConnectionString", Connection), ("Storage:NamePrefix", "east")));

        Assert.Equal("allianceprod", choice.Account!["Storage:AccountName"]);
        Assert.Equal("", choice.Account["Storage:ConnectionString"]);
        Assert.Equal("east", choice.Account["Storage:NamePrefix"]);
    }

    [Fact]
    public void Of_AConnectionString_IsThatWhateverTheEnvironmentNames()
    {
        var choice = StorageChoice.Of(Connection, Environment(("Storage:AccountName", "other")));

        Assert.Equal(Connection, choice.Account!["Storage:ConnectionString"]);
        Assert.Equal("", choice.Account["Storage:AccountName"]);
    }

    [Fact]
    public void Of_TheEnvironmentAlone_IsWhatItSays() =>
        Assert.Equal(Connection, StorageChoice.Of(null, Environment(("Storage:ConnectionString", Connection))).Account!["Storage:ConnectionString"]);

    [Theory]
    [InlineData("allianceprod", "allianceprod")]
    [InlineData(Connection, "allianceprod")]
    [InlineData("BlobEndpoint=https://allianceprod.blob.core.windows.net/;SharedAccessSignature=sig", "allianceprod")]
    [InlineData("UseDevelopmentStorage=true", "of the emulator")]
    public void Name_WhateverWasGiven_IsTheAccountsAndNoKey(string given, string name) =>
        Assert.Equal(name, StorageChoice.Of(given, Environment()).Name);

    [Theory]
    [InlineData("")]
    [InlineData("https://allianceprod.blob.core.windows.net")]
    [InlineData("Alliance")]
    public async Task Option_NeitherNameNorConnectionString_SaysWhatWouldBeRight(string given)
    {
        var call = (await Call.RunAsync("reindex", "--storage", given)).AssertRefused(2);

        Assert.Contains("--storage: give the name of a storage account", call.Error, StringComparison.Ordinal);
    }

    private static IConfiguration Environment(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value)).Build();
}
