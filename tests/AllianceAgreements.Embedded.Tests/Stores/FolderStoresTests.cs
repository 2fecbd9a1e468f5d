using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Stores;

public sealed class FolderStoresTests : IAsyncDisposable
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly EmbeddedStores _stores;

    public FolderStoresTests()
    {
        _clock.AdjustTime(TimeProvider.System.GetUtcNow());
        _stores = new EmbeddedStores(_clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DataFolder_EverythingInIt_IsForItsOwnerAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await FillAsync();

        var modes = Directory.EnumerateFileSystemEntries(_stores.DataFolder, "*", SearchOption.AllDirectories)
            .Append(_stores.DataFolder)
            .ToDictionary(path => Path.GetRelativePath(_stores.DataFolder, path), ModeOf);

        Assert.All(modes, entry => Assert.Equal(UnixFileMode.None, entry.Value & ~OwnerFolder));
        Assert.Contains("agreements.db-wal", modes.Keys);
        Assert.Contains("link.key", modes.Keys);
    }

    [Fact]
    public async Task DataFolder_DocumentsAndArchives_AreReadOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await FillAsync();

        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(_stores.DataFolder, "documents"), "*", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Path.Combine(_stores.DataFolder, "archive"), "*", SearchOption.AllDirectories),
        ];

        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead, ModeOf(file)));
    }

    [Fact]
    public async Task Writes_WhenDone_LeaveNothingInStaging()
    {
        await FillAsync();
        await FillAsync();

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_stores.DataFolder, "staging")));
    }

    [Fact]
    public async Task Start_LeftoversOfACrash_AreRemovedOnceTheyAreADayOld()
    {
        await FillAsync();
        var staging = Path.Combine(_stores.DataFolder, "staging");
        Directory.CreateDirectory(Path.Combine(staging, "half", "revisions"));
        await File.WriteAllTextAsync(Path.Combine(staging, "half", "revisions", "draft.docx"), "dra", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(staging, "torn"), "to", Cancellation);

        await RestartAsync();
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(staging).Count());

        _clock.Advance(TimeSpan.FromHours(25));
        await RestartAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(staging));
    }

    [Fact]
    public async Task WriteAsync_AfterACrashWithAnArchiveHalfStaged_WritesItWhole()
    {
        await FillAsync();
        var half = Path.Combine(_stores.DataFolder, "staging", "half");
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "manifest.json"), "{", Cancellation);

        Assert.IsType<ArchiveResult.Written>(await ArchiveAsync("aa-2", "{}"));

        Assert.Equal("{}", await File.ReadAllTextAsync(Path.Combine(_stores.DataFolder, "archive", "aa-2", "manifest.json"), Cancellation));
    }

    [Fact]
    public async Task WriteAsync_Written_TellsTheFolder()
    {
        var written = Assert.IsType<ArchiveResult.Written>(await ArchiveAsync("aa-1", "{}"));

        Assert.Equal(Path.Combine(_stores.DataFolder, "archive", "aa-1"), written.Location);
        Assert.True(Directory.Exists(written.Location));
    }

    [Fact]
    public async Task WriteAsync_ArchiveDamagedOnDisk_IsRefusedAndNamesTheFile()
    {
        var written = (ArchiveResult.Written)await ArchiveAsync("aa-1", "{}");
        var manifest = Path.Combine(written.Location, "manifest.json");
        File.Delete(manifest);
        await File.WriteAllTextAsync(manifest, "{ }", Cancellation);

        Assert.Contains("manifest.json", Assert.IsType<ArchiveResult.Refused>(await ArchiveAsync("aa-1", "{}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_DocumentChangedOnDisk_ThrowsInvalidData()
    {
        var documents = _stores.Get<IDocumentStore>();
        var sha256 = await documents.PutAsync(DocumentFolder.Templates, "template"u8.ToArray(), Cancellation);
        var path = Path.Combine(_stores.DataFolder, "documents", "templates", sha256);
        File.Delete(path);
        await File.WriteAllTextAsync(path, "TEMPLATE", Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await documents.ReadAsync(DocumentFolder.Templates, sha256, Cancellation));
    }

    [Fact]
    public async Task ArchiveDirectory_LinksAndHiddenFiles_AreListedButNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes privileges on Windows.");
        var root = Directory.CreateDirectory(Path.Combine(_stores.DataFolder, "elsewhere", "archive")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "signed"));
        await File.WriteAllTextAsync(Path.Combine(root, "signed", "1-a.pdf"), "copy", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(root, ".hidden"), "", Cancellation);
        File.CreateSymbolicLink(Path.Combine(root, "link.txt"), Path.Combine(root, "signed", "1-a.pdf"));
        Directory.CreateSymbolicLink(Path.Combine(root, "loop"), root);
        var archive = new ArchiveDirectory(root);

        Assert.Equal([".hidden", "link.txt", "loop", "signed/1-a.pdf"], archive.ListFiles().Order(StringComparer.Ordinal));
        Assert.Null(archive.TryOpen("link.txt"));
        Assert.Null(archive.TryOpen("loop"));
        Assert.Null(archive.TryOpen("../archive/signed/1-a.pdf"));
        await using var copy = archive.TryOpen("signed/1-a.pdf");
        Assert.NotNull(copy);
    }

    [Fact]
    public async Task ArchiveDirectory_NoSuchFolder_VerifiesAsFaulty()
    {
        var result = await ArchiveVerifier.VerifyAsync(new ArchiveDirectory(Path.Combine(_stores.DataFolder, "nowhere")), null, Cancellation);

        Assert.Contains("cannot be read", Assert.IsType<ArchiveVerification.Faulty>(result).Fault, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private async Task FillAsync()
    {
        await _stores.Get<IAgreementRecord>().TryAppendAsync(AgreementId.New(), Contracts.SampleEntries.Chain(1), Cancellation);
        await _stores.Get<IDocumentStore>().PutAsync(DocumentFolder.ForSignedCopies(AgreementId.Parse("01234567890123456789012345")), new byte[] { 1 }, Cancellation);
        await _stores.Get<IMailer>().SendAsync(new OutgoingMail("key", "test", "Zoë", "zoe@example.org", "Subject", "Text", "<p>Html</p>"), Cancellation);
        await ArchiveAsync("aa-1", "{}");
        _ = _stores.Get<Domain.Links.LinkTokens>();
        _ = _stores.Get<FileAccessTokens>();
    }

    private async Task RestartAsync()
    {
        await _stores.RestartAsync();
        _ = _stores.Get<IDocumentStore>();
    }

    private async Task<ArchiveResult> ArchiveAsync(string folder, string manifest)
    {
        var bytes = Encoding.UTF8.GetBytes(manifest);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return await _stores.Get<IArchive>().WriteAsync(
            folder,
            [.. ((string[])["manifest.json", "revisions/1/terms.json"]).Select(path =>
                new ArchiveFile(path, sha256, bytes.Length, _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes))))],
            Cancellation);
    }
}
