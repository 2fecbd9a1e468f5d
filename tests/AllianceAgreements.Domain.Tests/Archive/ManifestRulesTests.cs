using System.Text;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Archive;

public sealed class ManifestRulesTests
{
    public static TheoryData<string, Func<ArchiveManifest, ArchiveManifest>> Lies => new()
    {
        { "reference", manifest => manifest with { Reference = "AA-2026-0000-0000" } },
        { "reference", manifest => manifest with { Agreement = AgreementId.FromIdempotencyKey("tests", "another") } },
        { "title", manifest => manifest with { Title = "Another title" } },
        { "executed revision", manifest => manifest with { Revision = 1 } },
        { "time of execution", manifest => manifest with { ExecutedAt = manifest.ExecutedAt.AddTicks(1) } },
        { "format", manifest => manifest with { Format = "alliance-agreements-archive/2" } },
        { "in order", manifest => manifest with { Files = [.. manifest.Files.Reverse()] } },
        { "in order", manifest => manifest with { Files = [.. manifest.Files, manifest.Files[^1]] } },
        { "does not list 'README.txt'", manifest => With(manifest, "README.txt", file => file with { Kind = ArchivedFileKind.Draft }) },
        { "does not list 'record.jsonl'", manifest => With(manifest, "record.jsonl", file => file with { Revision = 1 }) },
        { "'revisions/1/draft.docx'", manifest => With(manifest, "revisions/1/draft.docx", file => file with { Revision = 2 }) },
        { "'revisions/1/draft.docx'", manifest => With(manifest, "revisions/1/draft.docx", file => file with { Kind = ArchivedFileKind.Terms }) },
        { "names another file", manifest => manifest with { Record = manifest.Record with { File = "README.txt" } } },
    };

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public async Task VerifyAsync_ManifestThatSaysSomethingElse_SaysWhat(string fault, Func<ArchiveManifest, ArchiveManifest> lie)
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());

        Assert.Contains(fault, await archive.WithManifest(lie).FindFaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_DocumentLeftOutOfManifestAndFolder_NamesIt()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        string[] removable = [.. archive.Files.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)), "README.txt"];
        foreach (var path in removable)
        {
            var without = archive.WithManifest(manifest => manifest with { Files = [.. manifest.Files.Where(file => file.Path != path)] });
            without.Files.Remove(path);

            Assert.Contains($"'{path}'", await without.FindFaultAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task VerifyAsync_FileAddedToManifestAndFolder_NamesIt()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        archive.Files["zeal.txt"] = Encoding.UTF8.GetBytes("Side letter");
        var added = archive.WithManifest(manifest => manifest with
        {
            Files = [.. manifest.Files, new ArchivedFile { Path = "zeal.txt", Kind = ArchivedFileKind.Draft, Revision = 2, Sha256 = "", Bytes = 0 }],
        });

        Assert.Equal("'zeal.txt' does not belong to the archive: the record does not name it.", await added.FindFaultAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"alliance-agreements-archive/1\"}")]
    [InlineData("\u0000")]
    public async Task VerifyAsync_ManifestThatIsNone_SaysSo(string manifest)
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());

        Assert.Contains(
            "is not the manifest", await archive.WithManifestBytes(Encoding.UTF8.GetBytes(manifest)).FindFaultAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\":", "\"title\": \"Twice\", \"title\":")]
    [InlineData("\"title\":", "\"hidden\": 1, \"title\":")]
    [InlineData("\"kind\": \"Draft\"", "\"kind\": 3")]
    [InlineData("\"kind\": \"Draft\"", "\"kind\": null")]
    [InlineData("\"files\": [", "\"files\": [null, ")]
    public async Task VerifyAsync_ManifestWithMoreOrOtherMembers_IsNone(string original, string replacement)
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        var text = Encoding.UTF8.GetString(archive.Files["manifest.json"]);
        var changed = text.Replace(original, replacement, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);

        Assert.Contains(
            "is not the manifest", await archive.WithManifestBytes(Encoding.UTF8.GetBytes(changed)).FindFaultAsync(), StringComparison.Ordinal);
    }

    private static ArchiveManifest With(ArchiveManifest manifest, string path, Func<ArchivedFile, ArchivedFile> change) =>
        manifest with { Files = [.. manifest.Files.Select(file => file.Path == path ? change(file) : file)] };
}
