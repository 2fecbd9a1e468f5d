using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Keys;

public sealed class LinkKeysTests(AzuriteServer azurite)
{
    private static readonly AgreementId Agreement = AgreementId.New();
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LinkTokens_KeyConfigured_MakesThemWithIt()
    {
        await using var services = Production(("Links:Key", Convert.ToBase64String(Key)), ("Links:PreviousKeys:0", ""));

        using var expected = new LinkTokens(Key);
        Assert.Equal(TokenOf(expected), TokenOf(services.GetRequiredService<LinkTokens>()));
    }

    [Theory]
    [InlineData(null, null, "Links:Key is missing")]
    [InlineData("", null, "Links:Key is missing")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://alliance.vault.azure.net/secrets/links)", null, "Links:Key must be the base64 of 32 random bytes")]
    [InlineData("c2hvcnQ=", null, "Links:Key must be the base64 of 32 random bytes")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "c2hvcnQ=", "Links:PreviousKeys:0 must be the base64 of 32 random bytes")]
    public async Task LinkTokens_KeyMissingOrNone_SaysWhichAndNotWhat(string? key, string? previous, string fault)
    {
        await using var services = Production(("Links:Key", key), ("Links:PreviousKeys:0", previous));

        var thrown = Assert.Throws<OptionsValidationException>(services.GetRequiredService<LinkTokens>);

        Assert.StartsWith(fault, thrown.Message, StringComparison.Ordinal);
        Assert.All(new[] { key, previous }, secret =>
            Assert.False(secret is { Length: > 0 } && thrown.Message.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task LinkTokens_EmulatorAndNoKey_IsMadeOnceAndKept()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        await using var stores = await AzureStores.StartAsync(azurite);

        var tokens = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                await using var process = stores.Another();
                return TokenOf(process.Get<LinkTokens>());
            },
            Cancellation)));

        Assert.Single(tokens.Distinct());
        Assert.Equal(32, (await stores.Container("keys").GetBlobClient("link.key").DownloadContentAsync(Cancellation)).Value.Content.ToMemory().Length);
    }

    [Fact]
    public async Task LinkTokens_BlobThatHoldsNoKey_SaysWhatToDo()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        await using var stores = await AzureStores.StartAsync(azurite);
        await stores.Container("keys").GetBlobClient("link.key").UploadAsync(BinaryData.FromString("key"), Cancellation);

        var fault = Assert.Throws<InvalidDataException>(stores.Get<LinkTokens>);

        Assert.Contains("holds 3 bytes where a key of 32 should be", fault.Message, StringComparison.Ordinal);
    }

    private static string TokenOf(LinkTokens tokens) => tokens.Create(Agreement, LinkPurpose.Review, 1, "approver-1-1");

    private static ServiceProvider Production(params (string Key, string? Value)[] settings) => new ServiceCollection()
        .AddAzureStores(new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Storage:AccountName", "allianceprod"),
                .. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
            ])
            .Build())
        .BuildServiceProvider();
}
