using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class VerifyCommandTests(DemoRun demo) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Archive => _folder.PathOf("archive");

    public async ValueTask InitializeAsync() => FolderCopy.Create(await demo.GetArchiveAsync(), Archive);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Verify_AnArchiveThatWasCopied_SaysWhatIsInIt()
    {
        var call = await Call.RunAsync("verify", Archive);

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.All(
            ["The archive verifies", "Northern Heart Cardiovascular Alliance", "revision 2", "9 approvals, 5 signatures", Fingerprint],
            words => Assert.Contains(words, call.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_AByteOfAnyFileChanged_NamesTheFile()
    {
        foreach (var name in Files)
        {
            var path = Path.Combine(Archive, name);
            var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            var changed = whole.ToArray();
            changed[whole.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, changed, TestContext.Current.CancellationToken);

            await AssertFaultyAsync(name);

            await File.WriteAllBytesAsync(path, whole, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await Call.RunAsync("verify", Archive)).ExitCode);
    }

    [Fact]
    public async Task Verify_AnyFileRemoved_NamesTheFile()
    {
        foreach (var name in Files)
        {
            var path = Path.Combine(Archive, name);
            File.Move(path, _folder.PathOf("aside"));

            await AssertFaultyAsync(name);

            File.Move(_folder.PathOf("aside"), path);
        }
    }

    [Fact]
    public async Task Verify_AFileAdded_NamesTheFile()
    {
        await File.WriteAllTextAsync(Path.Combine(Archive, "signed", "6-late.pdf"), "%PDF-", TestContext.Current.CancellationToken);

        await AssertFaultyAsync("signed/6-late.pdf");
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("reordered")]
    [InlineData("cut")]
    [InlineData("doubled")]
    public async Task Verify_AnEntryOfTheRecordChangedPlace_NamesTheRecord(string change)
    {
        var path = Path.Combine(Archive, "record.jsonl");
        List<string> lines = [.. await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)];
        lines = change switch
        {
            "removed" => [.. lines[..10], .. lines[11..]],
            "reordered" => [.. lines[..10], lines[11], lines[10], .. lines[12..]],
            "cut" => lines[..^1],
            _ => [.. lines[..10], lines[9], .. lines[10..]],
        };
        await File.WriteAllTextAsync(path, string.Concat(lines.Select(line => line + "\n")), TestContext.Current.CancellationToken);

        await AssertFaultyAsync("record.jsonl");
    }

    [Fact]
    public async Task Verify_WithTheFingerprintFromTheMail_TellsItFromAnother()
    {
        Assert.Equal(0, (await Call.RunAsync("verify", Archive, "--fingerprint", Fingerprint.ToUpperInvariant())).ExitCode);

        var other = (await Call.RunAsync("verify", Archive, "--fingerprint", new string('0', 64))).AssertRefused(1);
        Assert.Contains("fingerprint", other.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("archive", "manifest.json")]
    public async Task Verify_WhatIsNoFolder_IsAWrongCall(params string[] place)
    {
        var call = (await Call.RunAsync("verify", _folder.PathOf(place))).AssertRefused(2);

        Assert.Contains("there is no such folder", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AFolderThatIsNoArchive_SaysWhatIsMissing()
    {
        var call = (await Call.RunAsync("verify", _folder.Root)).AssertRefused(1);

        Assert.Contains("manifest.json", call.Error, StringComparison.Ordinal);
    }

    private string Fingerprint => File.ReadAllText(Path.Combine(Archive, "manifest.sha256"))[..64];

    private IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Archive, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Archive, path).Replace('\\', '/'))];

    private async Task AssertFaultyAsync(string name)
    {
        var call = (await Call.RunAsync("verify", Archive)).AssertRefused(1);

        Assert.StartsWith("The archive does not verify. ", call.Error, StringComparison.Ordinal);
        Assert.Contains(name, call.Error, StringComparison.Ordinal);
    }
}
