using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Documents;

public sealed class BlobDocumentStoreTests(AzuriteServer azurite) : IAsyncLifetime
{
    private static readonly AgreementId Agreement = AgreementId.Parse("01234567890123456789012345");

    private AzureStores _stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    public static TheoryData<string, string, string, string> Kinds() => new()
    {
        { DocumentFolder.ForRevision(Agreement, 12).Path, "{}", "application/json", $"agreement={Agreement} kind=terms revision=12" },
        {
            DocumentFolder.ForRevision(Agreement, 1).Path, "PK\u0003\u0004…",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"agreement={Agreement} kind=draft revision=1"
        },
        { DocumentFolder.ForSignedCopies(Agreement).Path, "%PDF-1.7", "application/pdf", $"agreement={Agreement} kind=signed-copy" },
        { DocumentFolder.Templates.Path, "Clause", "application/octet-stream", "kind=template" },
        { "elsewhere/entirely", "", "application/octet-stream", "" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PutAsync_AnyFolder_SaysWhatTheDocumentIs(string path, string content, string contentType, string tags)
    {
        var sha256 = await _stores.Get<IDocumentStore>().PutAsync(new DocumentFolder(path), BinaryData.FromString(content), Cancellation);

        var blob = _stores.Container("documents").GetBlobClient($"{path}/{sha256}");
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: Cancellation);
        GetBlobTagResult found = await blob.GetTagsAsync(cancellationToken: Cancellation);
        Assert.Equal(contentType, properties.ContentType);
        Assert.Equal(tags, string.Join(' ', found.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_000_000)]
    public async Task PutAsync_ChangedOnTheWay_IsRefusedAndNotStored(int length)
    {
        var changing = Disturbance.First(request => request.Method == RequestMethod.Put, (message, next) =>
        {
            message.Request.Content = RequestContent.Create(new byte[length]);
            return next();
        });
        await using var process = _stores.Another(policies: changing);

        await Assert.ThrowsAsync<RequestFailedException>(async () => await process.Get<IDocumentStore>().PutAsync(
            DocumentFolder.Templates, Enumerable.Repeat((byte)'a', length).ToArray(), Cancellation));

        Assert.Empty(await _stores.Container("documents").GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public async Task PutAsync_AnyLength_IsOneRequestAndItsHashIsKept(int length)
    {
        var counting = Disturbance.None();
        await using var process = _stores.Another(policies: counting);

        var sha256 = await process.Get<IDocumentStore>().PutAsync(DocumentFolder.Templates, new byte[length], Cancellation);

        Assert.Equal(1, counting.Requests);
        BlobProperties properties = await _stores.Container("documents").GetBlobClient($"templates/{sha256}").GetPropertiesAsync(cancellationToken: Cancellation);
        Assert.Equal(16, properties.ContentHash.Length);
    }

    [Fact]
    public async Task PutAsync_StoredAlready_IsNotWrittenAgain()
    {
        var store = _stores.Get<IDocumentStore>();
        var sha256 = await store.PutAsync(DocumentFolder.Templates, new byte[] { 1, 2, 3 }, Cancellation);
        var blob = _stores.Container("documents").GetBlobClient($"templates/{sha256}");
        BlobProperties first = await blob.GetPropertiesAsync(cancellationToken: Cancellation);

        await store.PutAsync(DocumentFolder.Templates, new byte[] { 1, 2, 3 }, Cancellation);

        BlobProperties second = await blob.GetPropertiesAsync(cancellationToken: Cancellation);
        Assert.Equal(first.ETag, second.ETag);
    }

    [Fact]
    public async Task PutAsync_AnswerLost_IsStored()
    {
        await using var process = _stores.Another(policies: Disturbance.LosesAnswerOf(request => request.Method == RequestMethod.Put));

        var sha256 = await process.Get<IDocumentStore>().PutAsync(DocumentFolder.Templates, new byte[] { 1 }, Cancellation);

        Assert.Equal([1], await process.Get<IDocumentStore>().ReadAsync(DocumentFolder.Templates, sha256, Cancellation));
    }

    [Fact]
    public async Task OpenAsync_NoContainer_ThrowsRatherThanCallItMissing()
    {
        await _stores.Container("documents").DeleteAsync(cancellationToken: Cancellation);

        await Assert.ThrowsAsync<RequestFailedException>(async () =>
            await _stores.Get<IDocumentStore>().OpenAsync(DocumentFolder.Templates, new string('0', 64), Cancellation));
    }
}
