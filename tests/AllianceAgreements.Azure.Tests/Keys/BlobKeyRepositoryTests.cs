using System.Xml.Linq;
using AllianceAgreements.Azure.Keys;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Testing.Servers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Keys;

public sealed class BlobKeyRepositoryTests(AzuriteServer azurite) : IAsyncLifetime
{
    private AzureStores _stores = null!;

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Protect_OneProcess_IsUnderstoodByAnother()
    {
        await using var one = Process();
        await using var other = Process();

        var sealedText = one.Get<IDataProtectionProvider>().CreateProtector("forms").Protect("text");

        Assert.Equal("text", other.Get<IDataProtectionProvider>().CreateProtector("forms").Unprotect(sealedText));
    }

    [Fact]
    public void StoreElement_ManyAtOnceUnderOneName_KeepsThemAll()
    {
        var repository = new BlobKeyRepository(_stores.Get<AzureStorage>());
        Assert.Empty(repository.GetAllElements());

        Parallel.For(0, 8, n => repository.StoreElement(new XElement("key", new XAttribute("id", n)), "key-1"));

        Assert.Equal(Enumerable.Range(0, 8), repository.GetAllElements().Select(element => (int)element.Attribute("id")!).Order());
    }

    private AzureStores Process() =>
        _stores.Another(services: services => services.AddDataProtection().SetApplicationName("AllianceAgreements").PersistKeysToAzureBlob());
}
