using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Index;

public sealed class TableSweepCursorContract(AzuriteServer azurite) : SweepCursorContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override ISweepCursor Cursor => _stores.Get<ISweepCursor>();

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}
