using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Documents;

public sealed class BlobDocumentStoreContract(AzuriteServer azurite) : DocumentsContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IDocumentStore Documents => _stores.Get<IDocumentStore>();

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}
