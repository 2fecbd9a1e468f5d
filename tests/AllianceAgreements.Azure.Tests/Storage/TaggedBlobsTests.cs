using System.Collections.Concurrent;
using AllianceAgreements.Azure.Tests.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Storage;

public sealed class TaggedBlobsTests(AzuriteServer azurite) : IDisposable
{
    private readonly ConcurrentQueue<bool> _tagged = [];
    private readonly LogLines _logged = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _logged.Dispose();

    [Fact]
    public async Task PutAsync_IdentityMayNotWriteTags_StoresWithoutThemAndWarnsOnce()
    {
        await using var stores = await StartAsync(tagged => tagged);
        var documents = stores.Get<IDocumentStore>();
        var folder = DocumentFolder.ForRevision(AgreementId.New(), 1);

        var first = await documents.PutAsync(folder, "{}"u8.ToArray(), Cancellation);
        var second = await documents.PutAsync(folder, "[]"u8.ToArray(), Cancellation);

        Assert.NotNull(await documents.OpenAsync(folder, first, Cancellation));
        Assert.NotNull(await documents.OpenAsync(folder, second, Cancellation));
        Assert.Equal([true, false, false], _tagged);
        Assert.Contains("Storage Blob Data Owner", Assert.Single(_logged.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_IdentityMayNotWriteTags_ArchivesAllTheSame()
    {
        await using var stores = await StartAsync(tagged => tagged);
        var archive = stores.Get<IArchive>();

        Assert.IsType<ArchiveResult.Written>(await archive.WriteAsync("AA-2027", [ArchiveFiles.Of("manifest.json", "{}")], Cancellation));

        Assert.NotNull(await archive.OpenAsync("AA-2027", "manifest.json", Cancellation));
    }

    [Fact]
    public async Task PutAsync_IdentityMayNotWriteAtAll_FailsAndSaysNothingOfTags()
    {
        await using var stores = await StartAsync(_ => true);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(async () => await stores.Get<IDocumentStore>().PutAsync(
            DocumentFolder.ForRevision(AgreementId.New(), 1), "{}"u8.ToArray(), Cancellation));

        Assert.Equal(403, fault.Status);
        Assert.Empty(_logged.Lines);
    }

    private Task<AzureStores> StartAsync(Func<bool, bool> refuses) => AzureStores.StartAsync(
        azurite,
        services: services => services.AddLogging(logging => logging.AddProvider(_logged)),
        policies: new Disturbance((message, network) =>
        {
            if (message.Request.Method != RequestMethod.Put || Disturbance.Has(message.Request, "restype=container"))
            {
                return network();
            }

            var tagged = message.Request.Headers.Contains("x-ms-tags");
            _tagged.Enqueue(tagged);
            if (!refuses(tagged))
            {
                return network();
            }

            message.Response = new CannedResponse(403, ("x-ms-error-code", "AuthorizationPermissionMismatch"));
            return ValueTask.CompletedTask;
        }));
}
