using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Ports;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>What every <see cref="IArchive"/> promises.</summary>
public abstract class ArchiveContract
{
    private readonly string _folder = $"aa-2026-{Guid.NewGuid():N}";

    protected abstract IArchive Archive { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WriteAsync_NewFolder_HoldsEveryFile()
    {
        var result = await Archive.WriteAsync(_folder, [File("manifest.json", "{}"), File("revisions/1/draft.docx", "draft")], Cancellation);

        Assert.IsType<ArchiveResult.Written>(result);
        Assert.Equal("{}", await ReadAsync("manifest.json"));
        Assert.Equal("draft", await ReadAsync("revisions/1/draft.docx"));
    }

    [Fact]
    public async Task WriteAsync_SameAgain_AnswersAsTheFirstTime()
    {
        ArchiveFile[] files = [File("manifest.json", "{}"), File("record.jsonl", "line")];

        var first = await Archive.WriteAsync(_folder, files, Cancellation);
        var second = await Archive.WriteAsync(_folder, [.. files.Reverse()], Cancellation);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task WriteAsync_OtherContent_IsRefusedAndChangesNothing()
    {
        await Archive.WriteAsync(_folder, [File("manifest.json", "{}"), File("record.jsonl", "line")], Cancellation);

        await AssertRefusedAsync("record.jsonl", File("manifest.json", "{}"), File("record.jsonl", "LINE"));
        await AssertRefusedAsync("record.jsonl", File("manifest.json", "{}"));
        await AssertRefusedAsync("extra.txt", File("manifest.json", "{}"), File("record.jsonl", "line"), File("extra.txt", "more"));

        Assert.Equal("line", await ReadAsync("record.jsonl"));
        Assert.Null(await Archive.OpenAsync(_folder, "extra.txt", Cancellation));
    }

    [Fact]
    public async Task WriteAsync_ContentThatIsNotWhatItsHashSays_ThrowsAndLeavesNothing()
    {
        var honest = File("manifest.json", "{}");
        var lying = File("record.jsonl", "line") with { Sha256 = new string('0', 64) };

        var exception = await Assert.ThrowsAsync<InvalidDataException>(async () => await Archive.WriteAsync(_folder, [honest, lying], Cancellation));

        Assert.Contains("record.jsonl", exception.Message, StringComparison.Ordinal);
        Assert.Null(await Archive.OpenAsync(_folder, "manifest.json", Cancellation));
        Assert.IsType<ArchiveResult.Written>(await Archive.WriteAsync(_folder, [honest], Cancellation));
    }

    [Fact]
    public async Task WriteAsync_SourceThatFailsHalfWay_LeavesNothingAndCanBeTriedAgain()
    {
        var first = File("manifest.json", "{}");
        var second = File("record.jsonl", "line");
        var failing = second with { OpenAsync = _ => throw new IOException("The document store is away.") };

        await Assert.ThrowsAsync<IOException>(async () => await Archive.WriteAsync(_folder, [first, failing], Cancellation));

        Assert.Null(await Archive.OpenAsync(_folder, "manifest.json", Cancellation));
        Assert.IsType<ArchiveResult.Written>(await Archive.WriteAsync(_folder, [first, second], Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    public async Task WriteAsync_FolderThatIsNoPlainName_Throws(string folder)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Archive.WriteAsync(folder, [File("a.txt", "a")], Cancellation));
        Assert.Null(await Archive.OpenAsync(folder, "a.txt", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../a.txt")]
    [InlineData("/etc/hosts")]
    [InlineData("a//b.txt")]
    [InlineData("a/../../b.txt")]
    [InlineData("a/.b")]
    [InlineData("a/b/")]
    [InlineData("C:\\a.txt")]
    public async Task WriteAsync_PathThatLeadsElsewhere_Throws(string path)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Archive.WriteAsync(_folder, [File(path, "a")], Cancellation));
        Assert.Null(await Archive.OpenAsync(_folder, path, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_NothingOrOnePathTwice_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Archive.WriteAsync(_folder, [], Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await Archive.WriteAsync(_folder, [File("a.txt", "a"), File("A.txt", "a")], Cancellation));
    }

    [Fact]
    public async Task WriteAsync_TheSameManyTimesAtOnce_AllAreWritten()
    {
        ArchiveFile[] files = [.. Enumerable.Range(0, 10).Select(n => File($"revisions/{n}/draft.docx", new string((char)('a' + n), 50_000)))];

        var results = await AtOnceAsync(_ => files);

        Assert.All(results, result => Assert.IsType<ArchiveResult.Written>(result));
        Assert.Equal(new string('d', 50_000), await ReadAsync("revisions/3/draft.docx"));
    }

    [Fact]
    public async Task WriteAsync_DifferentOnesAtOnce_OneIsWrittenWholeAndTheRestRefused()
    {
        var results = await AtOnceAsync(n => [File("manifest.json", $"{n}"), File("record.jsonl", $"{n}")]);

        Assert.Single(results.OfType<ArchiveResult.Written>());
        Assert.Equal(results.Length - 1, results.OfType<ArchiveResult.Refused>().Count());
        Assert.Equal(await ReadAsync("manifest.json"), await ReadAsync("record.jsonl"));
    }

    [Fact]
    public async Task OpenAsync_NothingThere_IsNull()
    {
        Assert.Null(await Archive.OpenAsync(_folder, "manifest.json", Cancellation));
        await Archive.WriteAsync(_folder, [File("revisions/1/draft.docx", "draft")], Cancellation);
        Assert.Null(await Archive.OpenAsync(_folder, "manifest.json", Cancellation));
        Assert.Null(await Archive.OpenAsync(_folder, "revisions/2/draft.docx", Cancellation));
    }

    private static ArchiveFile File(string path, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new ArchiveFile(
            path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes)));
    }

    private async Task AssertRefusedAsync(string culprit, params ArchiveFile[] files)
    {
        var refused = Assert.IsType<ArchiveResult.Refused>(await Archive.WriteAsync(_folder, files, Cancellation));
        Assert.Contains(culprit, refused.Message, StringComparison.Ordinal);
    }

    private Task<ArchiveResult[]> AtOnceAsync(Func<int, IReadOnlyList<ArchiveFile>> files) => Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
        Task.Run(async () => await Archive.WriteAsync(_folder, files(n), Cancellation), Cancellation)));

    private async Task<string?> ReadAsync(string path)
    {
        await using var stream = await Archive.OpenAsync(_folder, path, Cancellation);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
