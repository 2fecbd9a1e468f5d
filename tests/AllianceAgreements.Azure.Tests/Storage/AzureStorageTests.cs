using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Storage;

public sealed class AzureStorageTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Container_OfTwoPrefixes_AreTwo()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        await using var one = Services(options => options.NamePrefix = AzuriteServer.NewPrefix());
        await using var other = Services(options => options.NamePrefix = AzuriteServer.NewPrefix());

        await one.GetRequiredService<AzureStorage>().Container("records").CreateAsync(cancellationToken: Cancellation);

        Assert.True(await one.GetRequiredService<AzureStorage>().Container("records").ExistsAsync(Cancellation));
        Assert.False(await other.GetRequiredService<AzureStorage>().Container("records").ExistsAsync(Cancellation));
    }

    [Fact]
    public async Task Endpoints_AccountNameAlone_AreThoseOfTheCloud()
    {
        await using var services = new ServiceCollection()
            .AddAzureStores(options => (options.AccountName, options.EndpointSuffix) = ("allianceprod", "core.usgovcloudapi.net"))
            .BuildServiceProvider();

        var storage = services.GetRequiredService<AzureStorage>();

        Assert.Equal("https://allianceprod.blob.core.usgovcloudapi.net/", storage.Blobs.Uri.AbsoluteUri);
        Assert.Equal("https://allianceprod.table.core.usgovcloudapi.net/", storage.Tables.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData(null, null, "", "Storage:AccountName or Storage:ConnectionString")]
    [InlineData("alliance", "UseDevelopmentStorage=true", "", "Storage:AccountName or Storage:ConnectionString")]
    [InlineData("https://alliance.blob.core.windows.net", null, "", "Storage:AccountName")]
    [InlineData("alliance", null, "2024", "Storage:NamePrefix")]
    [InlineData("alliance", null, "a-b", "Storage:NamePrefix")]
    public async Task Options_Wrong_AreRefusedByName(string? account, string? connection, string prefix, string named)
    {
        await using var services = new ServiceCollection()
            .AddAzureStores(options =>
                (options.AccountName, options.ConnectionString, options.NamePrefix) = (account, connection, prefix))
            .BuildServiceProvider();

        var fault = Assert.Throws<OptionsValidationException>(services.GetRequiredService<AzureStorage>);

        Assert.StartsWith(named, fault.Message, StringComparison.Ordinal);
    }

    private ServiceProvider Services(Action<AzureStorageOptions> configure) => new ServiceCollection()
        .AddAzureStores(options =>
        {
            options.ConnectionString = azurite.ConnectionString;
            configure(options);
        })
        .BuildServiceProvider();
}
