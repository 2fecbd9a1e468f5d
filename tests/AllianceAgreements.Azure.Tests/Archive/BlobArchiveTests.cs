using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

public sealed class BlobArchiveTests(AzuriteServer azurite) : IAsyncLifetime
{
    private const string Folder = "AA-2026-7F3K-9Q2M-0123";

    private static readonly ArchiveFile[] Files =
        [ArchiveFiles.Of("manifest.json", "{}"), ArchiveFiles.Of("record.jsonl", "line\n"), ArchiveFiles.Of("revisions/1/draft.docx", "PK")];

    private AzureStores _stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IArchive Archive => _stores.Get<IArchive>();

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task WriteAsync_CrashAtAnyRequest_ShowsNothingAndIsCompletedByTheNext()
    {
        for (var crashAt = 0; ; crashAt++)
        {
            var folder = $"{Folder}-{crashAt}";
            var requests = 0;
            var crash = new Disturbance(async (_, next) =>
            {
                // Even: before the request is sent; odd: before its answer is read.
                var number = Interlocked.Increment(ref requests) - 1;
                if (crashAt % 2 == 1 || number != crashAt / 2)
                {
                    await next();
                }

                if (number == crashAt / 2)
                {
                    throw new CrashException();
                }
            });
            await using var process = _stores.Another(policies: crash);

            var crashed = await Record.ExceptionAsync(async () => await process.Get<IArchive>().WriteAsync(folder, Files, Cancellation));
            if (crashed is null)
            {
                // Every request was reached: looking for one, three files, the seal.
                Assert.Equal(10, crashAt);
                return;
            }

            Assert.IsType<CrashException>(crashed);
            string?[] seen = [.. await Task.WhenAll(Files.Select(file => Archive.ReadAsync(folder, file.Path, Cancellation)))];
            Assert.True(seen.All(content => content is null) || (crashAt == 9 && seen.All(content => content is not null)));
            Assert.IsType<ArchiveResult.Written>(await Archive.WriteAsync(folder, Files, Cancellation));
            Assert.Equal("line\n", await Archive.ReadAsync(folder, "record.jsonl", Cancellation));
        }
    }

    [Fact]
    public async Task WriteAsync_HalfOfAnotherLeftByACrash_IsNotInTheWay()
    {
        var failing = Files[2] with { OpenAsync = _ => throw new CrashException() };
        await Assert.ThrowsAsync<CrashException>(async () => await Archive.WriteAsync(Folder, [Files[0], failing], Cancellation));

        Assert.IsType<ArchiveResult.Written>(await Archive.WriteAsync(Folder, [ArchiveFiles.Of("manifest.json", "[]")], Cancellation));

        Assert.Equal("[]", await Archive.ReadAsync(Folder, "manifest.json", Cancellation));
    }

    [Fact]
    public async Task WriteAsync_AnswerOfTheSealLost_IsWritten()
    {
        var losing = Disturbance.LosesAnswerOf(IsSeal);
        await using var process = _stores.Another(policies: losing);

        Assert.IsType<ArchiveResult.Written>(await process.Get<IArchive>().WriteAsync(Folder, Files, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_OvertakenByAnotherBeforeTheSeal_IsRefused()
    {
        var overtaken = Disturbance.First(IsSeal, async (_, next) =>
        {
            Assert.IsType<ArchiveResult.Written>(await Archive.WriteAsync(Folder, [Files[0]], Cancellation));
            await next();
        });
        await using var process = _stores.Another(policies: overtaken);

        var refused = Assert.IsType<ArchiveResult.Refused>(await process.Get<IArchive>().WriteAsync(Folder, Files, Cancellation));

        Assert.Contains("'record.jsonl'", refused.Message, StringComparison.Ordinal);
        Assert.Null(await Archive.ReadAsync(Folder, "record.jsonl", Cancellation));
    }

    [Fact]
    public async Task WriteAsync_FileOfTheArchiveWasReplaced_IsRefusedByName()
    {
        await Archive.WriteAsync(Folder, Files, Cancellation);
        var blob = (await BlobsAsync()).Single(name => name.EndsWith("record.jsonl", StringComparison.Ordinal));
        await _stores.Container("archive").GetBlobClient(blob).UploadAsync(BinaryData.FromString("LINE\n"), overwrite: true, Cancellation);

        var refused = Assert.IsType<ArchiveResult.Refused>(await Archive.WriteAsync(Folder, Files, Cancellation));

        Assert.Contains("'record.jsonl' differs", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sealed.\n")]
    [InlineData("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  manifest.json\n")]
    [InlineData("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  0000000000000000/manifest.json\n")]
    [InlineData("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  d253681933d362ba/manifest.json")]
    public async Task OpenAsync_SealThatIsNone_Throws(string seal)
    {
        await _stores.Container("archive").GetBlobClient($"{Folder}/sealed.sha256").UploadAsync(BinaryData.FromString(seal), Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await Archive.OpenAsync(Folder, "manifest.json", Cancellation));
    }

    [Fact]
    public async Task WriteAsync_Written_CanBeCheckedWithSha256Sum()
    {
        await Archive.WriteAsync(Folder, Files, Cancellation);

        BlobDownloadResult seal = await _stores.Container("archive").GetBlobClient($"{Folder}/sealed.sha256").DownloadContentAsync(Cancellation);
        var lines = seal.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")).ToList();
        Assert.Equal(Files.Select(file => file.Sha256), lines.Select(line => line[0]));
        Assert.Equal([.. lines.Select(line => $"{Folder}/{line[1]}"), $"{Folder}/sealed.sha256"], await BlobsAsync());
    }

    [Fact]
    public async Task WriteAsync_Written_IsTaggedWithArchiveAndHash()
    {
        await Archive.WriteAsync(Folder, [Files[0]], Cancellation);

        GetBlobTagResult tags = await _stores.Container("archive").GetBlobClient((await BlobsAsync())[0]).GetTagsAsync(cancellationToken: Cancellation);

        Assert.Equal(new Dictionary<string, string> { ["archive"] = Folder, ["sha256"] = Files[0].Sha256 }, tags.Tags);
    }

    private static bool IsSeal(Request request) =>
        request.Method == RequestMethod.Put && request.Uri.Path.EndsWith("sealed.sha256", StringComparison.Ordinal);

    private async Task<List<string>> BlobsAsync() =>
        await _stores.Container("archive").GetBlobsAsync(cancellationToken: Cancellation).Select(blob => blob.Name).ToListAsync(Cancellation);
}
