using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Records;

public sealed class AppendBlobRecordContract(AzuriteServer azurite) : RecordContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IAgreementRecord Record => _stores.Get<IAgreementRecord>();

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}
