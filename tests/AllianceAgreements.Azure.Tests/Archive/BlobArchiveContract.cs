using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

public sealed class BlobArchiveContract(AzuriteServer azurite) : ArchiveContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IArchive Archive => _stores.Get<IArchive>();

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}
