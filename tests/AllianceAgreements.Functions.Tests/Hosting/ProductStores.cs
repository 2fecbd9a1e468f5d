using AllianceAgreements.Azure;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>What the product on the host has stored, for tests to look into.</summary>
internal sealed class ProductStores(string connectionString, string prefix) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddAzureStores(options => (options.ConnectionString, options.NamePrefix) = (connectionString, prefix))
        .BuildServiceProvider();

    public async Task<IReadOnlyList<RecordEntry>> ReadRecordAsync(AgreementId id) =>
        await _services.GetRequiredService<IAgreementRecord>().ReadAsync(id, CancellationToken.None);

    /// <summary>The names of blobs, and what is in them.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> ReadBlobsAsync(string container, string prefixOfName)
    {
        var client = new BlobServiceClient(connectionString).GetBlobContainerClient($"{prefix}-{container}");
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var blob in client.GetBlobsAsync(new() { Prefix = prefixOfName }))
        {
            blobs[blob.Name] = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
        }

        return blobs;
    }

    /// <summary>
    /// Ends the claims on mails that a process left when it died, as if the five minutes were over that they outlive it by. Returns the hashes of
    /// these mails' keys: nobody can know whether they went out.
    /// </summary>
    public async Task<IReadOnlyList<string>> EndClaimsAsync()
    {
        var table = new TableServiceClient(connectionString).GetTableClient(prefix + "mails");
        await table.CreateIfNotExistsAsync();
        List<string> claimed = [];
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            if (!row.ContainsKey("SentAt"))
            {
                row["Until"] = DateTimeOffset.UnixEpoch;
                await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
                claimed.Add(row.RowKey);
            }
        }

        return claimed;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>The files of an archive that were read before.</summary>
internal sealed class ReadFiles(IReadOnlyDictionary<string, byte[]> files) : IArchiveFiles
{
    public IReadOnlyList<string> ListFiles() => [.. files.Keys];

    public Stream? TryOpen(string path) => files.TryGetValue(path, out var content) ? new MemoryStream(content, writable: false) : null;
}
