using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

public sealed class DocumentCopierTests(AzuriteServer azurite) : IAsyncLifetime
{
    private const string Folder = "AA-2026-7F3K-9Q2M-0123";
    private const string Content = "%PDF-1.7 signed";

    private readonly DocumentFolder _documents = DocumentFolder.ForSignedCopies(AgreementId.New());
    private AzureStores _stores = null!;
    private ArchiveFile _stored = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stores = await AzureStores.StartAsync(azurite);
        var sha256 = await _stores.Get<IDocumentStore>().PutAsync(_documents, BinaryData.FromString(Content), Cancellation);
        _stored = ArchiveFiles.Unread("signed/1-lakeside.pdf", sha256, Content.Length, _documents);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task WriteAsync_StoredDocument_IsCopiedUnread()
    {
        var archive = _stores.Get<IArchive>();

        Assert.IsType<ArchiveResult.Written>(await archive.WriteAsync(Folder, [_stored], Cancellation));
        Assert.IsType<ArchiveResult.Written>(await archive.WriteAsync(Folder, [_stored], Cancellation));

        Assert.Equal(Content, await archive.ReadAsync(Folder, _stored.Path, Cancellation));
        var blob = Assert.Single(await _stores.Container("archive").GetBlobsAsync(BlobTraits.Tags, BlobStates.None, $"{Folder}/", Cancellation)
            .Where(blob => blob.Name.EndsWith(".pdf", StringComparison.Ordinal)).ToListAsync(Cancellation));
        Assert.Equal("application/pdf", blob.Properties.ContentType);
        Assert.Equal(new Dictionary<string, string> { ["archive"] = Folder, ["sha256"] = _stored.Sha256 }, blob.Tags);
    }

    [Fact]
    public async Task WriteAsync_ServiceThatDoesNotCopy_ReadsAndWrites()
    {
        var refusing = new Disturbance((message, next) =>
            IsCopy(message.Request) ? throw new RequestFailedException(403, "No.", "CannotVerifyCopySource", null) : next());
        await using var process = _stores.Another(policies: refusing);

        await process.Get<IArchive>().WriteAsync(
            Folder, [ArchiveFiles.Of(_stored.Path, Content) with { StoredIn = _documents }], Cancellation);

        Assert.Equal(Content, await process.Get<IArchive>().ReadAsync(Folder, _stored.Path, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_DocumentInAnotherStore_ReadsAndWrites()
    {
        var elsewhere = ArchiveFiles.Of("draft.docx", "Elsewhere") with { StoredIn = _documents };

        await _stores.Get<IArchive>().WriteAsync(Folder, [elsewhere], Cancellation);

        Assert.Equal("Elsewhere", await _stores.Get<IArchive>().ReadAsync(Folder, "draft.docx", Cancellation));
    }

    [Fact]
    public async Task WriteAsync_DocumentOfAnotherLength_ThrowsAndShowsNothing()
    {
        var archive = _stores.Get<IArchive>();

        var fault = await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await archive.WriteAsync(Folder, [_stored with { Bytes = 1 }], Cancellation));

        Assert.Contains(_stored.Path, fault.Message, StringComparison.Ordinal);
        Assert.Null(await archive.OpenAsync(Folder, _stored.Path, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_DocumentCutShortThenMended_IsWrittenByTheNextTry()
    {
        var archive = _stores.Get<IArchive>();
        await ReplaceStoredAsync(Content[..5]);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await archive.WriteAsync(Folder, [_stored], Cancellation));
        await ReplaceStoredAsync(Content);

        Assert.IsType<ArchiveResult.Written>(await archive.WriteAsync(Folder, [_stored], Cancellation));

        Assert.Equal(Content, await archive.ReadAsync(Folder, _stored.Path, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_CopyWhoseHashIsNotTold_IsReadToBeSure()
    {
        await using var process = _stores.Another(policies: Disturbance.First(IsLookAtTheCopy, (message, _) =>
        {
            message.Response = new CannedResponse(
                200, ("ETag", "\"0x1\""), ("Last-Modified", "Sun, 01 Mar 2026 09:00:00 GMT"), ("Content-Length", $"{Content.Length}"));
            return ValueTask.CompletedTask;
        }));

        Assert.IsType<ArchiveResult.Written>(await process.Get<IArchive>().WriteAsync(Folder, [_stored], Cancellation));
    }

    [Fact]
    public async Task WriteAsync_CopyThatIsNotTheDocument_IsRefusedByName()
    {
        await using var process = _stores.Another(policies: Disturbance.First(IsLookAtTheCopy, async (message, next) =>
        {
            var copy = message.Request.Uri.Path[(message.Request.Uri.Path.IndexOf(Folder, StringComparison.Ordinal))..];
            await _stores.Container("archive").GetBlobClient(Uri.UnescapeDataString(copy))
                .UploadAsync(BinaryData.FromString("%PDF-1.7 forged"), overwrite: true, Cancellation);
            await next();
        }));

        var refused = Assert.IsType<ArchiveResult.Refused>(await process.Get<IArchive>().WriteAsync(Folder, [_stored], Cancellation));

        Assert.Contains(_stored.Path, refused.Message, StringComparison.Ordinal);
        Assert.Null(await _stores.Get<IArchive>().OpenAsync(Folder, _stored.Path, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_DocumentReplacedWhileItIsCopied_IsNotTaken()
    {
        var replacing = Disturbance.First(IsCopy, async (_, next) =>
        {
            await ReplaceStoredAsync("%PDF-1.7 forged");
            await next();
        });
        await using var process = _stores.Another(policies: replacing);

        // What is left is to read it, which these files do not let anybody do.
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await process.Get<IArchive>().WriteAsync(Folder, [_stored], Cancellation));

        Assert.Null(await _stores.Get<IArchive>().OpenAsync(Folder, _stored.Path, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_ManagedIdentity_AuthorisesTheSourceByToken()
    {
        var copy = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var service = new Disturbance((message, _) =>
        {
            message.Response = (message.Request.Method.Method, IsCopy(message.Request)) switch
            {
                ("GET", _) => throw new RequestFailedException(404, "There is none yet.", "BlobNotFound", null),
                ("HEAD", _) => new CannedResponse(
                    200, ("ETag", "\"0x1\""), ("Last-Modified", "Sun, 01 Mar 2026 09:00:00 GMT"),
                    ("Content-Length", $"{Content.Length}"), ("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")),
                (_, var isCopy) => new CannedResponse(
                    isCopy ? 202 : 201, ("ETag", "\"0x2\""), ("Last-Modified", "Sun, 01 Mar 2026 09:00:00 GMT"), ("x-ms-copy-status", "success")),
            };
            foreach (var header in message.Request.Headers.Where(_ => IsCopy(message.Request)))
            {
                copy[header.Name] = Uri.UnescapeDataString(header.Value);
            }

            return ValueTask.CompletedTask;
        });
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TokenCredential>(new FixedToken())
            .AddAzureStores(options => (options.AccountName, options.Policies) = ("allianceprod", [service]))
            .BuildServiceProvider();

        Assert.IsType<ArchiveResult.Written>(await services.GetRequiredService<IArchive>().WriteAsync(Folder, [_stored], Cancellation));

        Assert.Equal($"https://allianceprod.blob.core.windows.net/documents/{_documents.Path}/{_stored.Sha256}", copy["x-ms-copy-source"]);
        Assert.Equal($"Bearer {FixedToken.Token}", copy["x-ms-copy-source-authorization"]);
        Assert.Equal("\"0x1\"", copy["x-ms-source-if-match"]);
    }

    private static bool IsCopy(Request request) => request.Headers.Contains("x-ms-copy-source");

    private static bool IsLookAtTheCopy(Request request) =>
        request.Method == RequestMethod.Head && request.Uri.Path.Contains(Folder, StringComparison.Ordinal);

    private async Task ReplaceStoredAsync(string content) => await _stores.Container("documents")
        .GetBlobClient($"{_documents.Path}/{_stored.Sha256}")
        .UploadAsync(BinaryData.FromString(content), overwrite: true, Cancellation);

    private sealed class FixedToken : TokenCredential
    {
        public const string Token = "a-token";

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(Token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
