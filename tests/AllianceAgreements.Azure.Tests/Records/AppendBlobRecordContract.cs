using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure.Storage.Blobs.Specialized;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Records;

public sealed class AppendBlobRecordContract(AzuriteServer azurite) : RecordContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IAgreementRecord Record => _stores.Get<IAgreementRecord>();

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    protected override async Task SpoilAsync(AgreementId id)
    {
        using var block = new MemoryStream("{\n"u8.ToArray());
        await _stores.Container("records").GetAppendBlobClient($"{id}/00000.jsonl")
            .AppendBlockAsync(block, cancellationToken: TestContext.Current.CancellationToken);
    }
}
