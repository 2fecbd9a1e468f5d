using System.Text;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Tests.Record;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Archive;

public sealed class ArchiveVerifierTests
{
    [Theory]
    [InlineData(SigningOrder.Parallel)]
    [InlineData(SigningOrder.Sequential)]
    public async Task VerifyAsync_AsBuilt_IsIntactAndSumsUp(SigningOrder order)
    {
        var agreement = ScriptedAgreement.Executed(order);
        var archive = await MemoryArchive.BuildAsync(agreement);

        var result = await ArchiveVerifier.VerifyAsync(archive, null, TestContext.Current.CancellationToken);

        var summary = Assert.IsType<ArchiveVerification.Intact>(result).Summary;
        Assert.Equal(agreement.Id, summary.Agreement);
        Assert.Equal(agreement.State.Reference, summary.Reference);
        Assert.Equal(2, summary.Revision);
        Assert.Equal(agreement.State.Head.At, summary.ExecutedAt);
        Assert.Equal(agreement.Entries.Count, summary.Entries);
        Assert.Equal(archive.Files.Count, summary.Files);
        Assert.Equal(agreement.Round.Approvers.Count, summary.Approvals);
        Assert.Equal(agreement.State.Signing!.Signatories.Count, summary.Signatures);
        Assert.Equal(ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents).ManifestSha256, summary.ManifestSha256);
    }

    [Fact]
    public async Task VerifyAsync_ExpectedFingerprint_TellsAWhollyRemadeArchive()
    {
        var agreement = ScriptedAgreement.Executed();
        var original = await MemoryArchive.BuildAsync(agreement);
        var fingerprint = ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents).ManifestSha256;
        var remade = original.WithEvents(agreement.Entries.Select(entry => entry.Event));

        Assert.Null(await original.FindFaultAsync(fingerprint));
        Assert.Null(await original.FindFaultAsync($" {fingerprint.ToUpperInvariant()}\n"));
        Assert.Null(await remade.FindFaultAsync());
        Assert.Contains("manifest.json", await remade.FindFaultAsync(fingerprint), StringComparison.Ordinal);
        Assert.Contains("manifest.json", await original.FindFaultAsync("not a fingerprint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_AnyBitOfAnyFileChanged_NamesTheFile()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        var flips =
            from path in Gen.OneOf([.. archive.Files.Keys.Order(StringComparer.Ordinal)])
            from place in Gen.Int[0, archive.Files[path].Length - 1]
            from bit in Gen.Int[0, 7]
            select (path, place, bit);

        await flips.SampleAsync(async flip =>
        {
            var damaged = archive.Copy();
            damaged.Files[flip.path][flip.place] ^= (byte)(1 << flip.bit);
            Assert.Contains($"'{flip.path}'", await damaged.FindFaultAsync(), StringComparison.Ordinal);
        }, iter: 3_000);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("manifest.sha256")]
    [InlineData("README.txt")]
    public async Task VerifyAsync_EveryByteInTurn_NamesTheFile(string path)
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        for (var place = 0; place < archive.Files[path].Length; place++)
        {
            archive.Files[path][place] ^= (byte)(1 << (place % 8));
            Assert.Contains($"'{path}'", await archive.FindFaultAsync(), StringComparison.Ordinal);
            archive.Files[path][place] ^= (byte)(1 << (place % 8));
        }

        Assert.Null(await archive.FindFaultAsync());
    }

    [Fact]
    public async Task VerifyAsync_AnyFileMissingCutOrLengthened_NamesTheFile()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        foreach (var path in archive.Files.Keys)
        {
            var (missing, cut, longer) = (archive.Copy(), archive.Copy(), archive.Copy());
            missing.Files.Remove(path);
            cut.Files[path] = cut.Files[path][..^1];
            longer.Files[path] = [.. longer.Files[path], (byte)'\n'];

            Assert.Equal($"'{path}' is missing.", await missing.FindFaultAsync());
            Assert.Contains($"'{path}'", await cut.FindFaultAsync(), StringComparison.Ordinal);
            Assert.Contains($"'{path}'", await longer.FindFaultAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("extra.txt")]
    [InlineData(".DS_Store")]
    [InlineData("revisions/1/draft.docx ")]
    [InlineData("signed/0-nobody.pdf")]
    public async Task VerifyAsync_FileThatIsNotListed_NamesTheFile(string path)
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        archive.Files[path] = [];

        Assert.Equal($"'{path}' does not belong to the archive.", await archive.FindFaultAsync());
    }

    [Fact]
    public async Task VerifyAsync_FileRenamed_NamesTheMissingName()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        foreach (var path in archive.Files.Keys)
        {
            var renamed = archive.Copy();
            renamed.Files.Remove(path, out var content);
            renamed.Files[$"{path}.old"] = content!;

            Assert.Equal($"'{path}' is missing.", await renamed.FindFaultAsync());
        }
    }

    [Fact]
    public async Task VerifyAsync_TwoFilesSwapped_NamesOneOfThem()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        (archive.Files["revisions/1/draft.docx"], archive.Files["revisions/2/draft.docx"]) =
            (archive.Files["revisions/2/draft.docx"], archive.Files["revisions/1/draft.docx"]);

        Assert.Contains("revisions/1/draft.docx", await archive.FindFaultAsync(), StringComparison.Ordinal);

        // With a manifest made to fit, the record still knows which draft was which.
        Assert.Contains("revisions/1/draft.docx", await archive.WithManifest(manifest => manifest).FindFaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_EmptyFolder_SaysWhatIsMissing() =>
        Assert.Equal("'manifest.json' is missing.", await new MemoryArchive().FindFaultAsync());

    [Fact]
    public async Task VerifyAsync_ChecksumInAnotherForm_NamesTheFile()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        archive.Files["manifest.sha256"] = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(archive.Files["manifest.sha256"]).ToUpperInvariant());

        Assert.Contains("'manifest.sha256'", await archive.FindFaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_UnreadableFile_SaysSo()
    {
        var archive = new UnreadableArchive(await MemoryArchive.BuildAsync(ScriptedAgreement.Executed()), "README.txt");

        var result = await ArchiveVerifier.VerifyAsync(archive, null, TestContext.Current.CancellationToken);

        Assert.Contains("Permission denied", Assert.IsType<ArchiveVerification.Faulty>(result).Fault, StringComparison.Ordinal);
    }

    private sealed class UnreadableArchive(MemoryArchive archive, string unreadable) : IArchiveFiles
    {
        public IReadOnlyList<string> ListFiles() => archive.ListFiles();

        public Stream? TryOpen(string path) =>
            path == unreadable ? throw new UnauthorizedAccessException("Permission denied.") : archive.TryOpen(path);
    }
}
