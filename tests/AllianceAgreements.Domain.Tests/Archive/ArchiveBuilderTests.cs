using System.Diagnostics;
using System.Text;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Archive;

public sealed class ArchiveBuilderTests
{
    [Fact]
    public async Task Build_ExecutedAgreement_HoldsEveryDocumentAndTheRecord()
    {
        var agreement = ScriptedAgreement.Executed();

        var archive = await MemoryArchive.BuildAsync(agreement);

        var signed = agreement.State.Signing!.Signatories
            .Select((signatory, i) => $"signed/{i + 1}-{signatory.Person.Party.ToLowerInvariant().Replace(' ', '-')}.pdf");
        Assert.Equal(
            new[]
            {
                "README.txt", "manifest.json", "manifest.sha256", "record.jsonl", "revisions/1/draft.docx", "revisions/1/terms.json",
                "revisions/2/draft.docx", "revisions/2/redline.docx", "revisions/2/terms.json",
            }.Concat(signed).Order(StringComparer.Ordinal),
            archive.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(agreement.Entries.Select(entry => entry.Line.ToArray()), archive.RecordLines);
        Assert.Equal((byte)'\n', archive.Files["record.jsonl"][^1]);
    }

    [Fact]
    public async Task Build_ManifestAndReadme_SayWhatTheRecordSays()
    {
        var agreement = ScriptedAgreement.Executed();

        var archive = await MemoryArchive.BuildAsync(agreement);

        var manifest = archive.Manifest;
        Assert.Equal(agreement.Id, manifest.Agreement);
        Assert.Equal(agreement.State.Reference, manifest.Reference);
        Assert.Equal(agreement.State.Title, manifest.Title);
        Assert.Equal(2, manifest.Revision);
        Assert.Equal(agreement.State.Head.At, manifest.ExecutedAt);
        Assert.Equal(agreement.Entries.Count, manifest.Record.Entries);
        Assert.Equal(agreement.State.Head.Hash, manifest.Record.Head);
        var readme = Encoding.UTF8.GetString(archive.Files["README.txt"]);
        Assert.Contains(agreement.State.Title, readme, StringComparison.Ordinal);
        Assert.All(agreement.State.Parties, party => Assert.Contains(party.LegalName, readme, StringComparison.Ordinal));
        Assert.DoesNotContain("\r", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_SameRecordTwiceAndLater_GivesTheSameBytes()
    {
        var agreement = ScriptedAgreement.Executed();
        var first = await MemoryArchive.BuildAsync(agreement);

        agreement.Append(new AgreementArchived(new string('a', 64), "somewhere"));
        agreement.Append(new ConclusionNoticeSent("zoe@example.org"));
        var later = await MemoryArchive.BuildAsync(agreement);

        Assert.Equal(first.Files.OrderBy(file => file.Key), later.Files.OrderBy(file => file.Key));
    }

    [Fact]
    public void Build_Folder_IsTheReferenceAndTheRestOfTheId()
    {
        var agreement = ScriptedAgreement.Executed();

        var package = ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents);

        Assert.Equal($"{agreement.State.Reference}-{agreement.Id.Value[8..]}", package.Folder);
        Assert.True(ArchivePath.IsFolder(package.Folder));
        Assert.All(package.Files, file => Assert.True(ArchivePath.IsFile(file.Path)));
    }

    [Fact]
    public async Task Build_StoredDocuments_SayWhereTheStoreHasThem()
    {
        var agreement = ScriptedAgreement.Executed();

        var files = ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents).Files;

        Assert.All(files, file => Assert.Equal(file.StoredIn is null, !file.Path.Contains('/', StringComparison.Ordinal)));
        foreach (var file in files.Where(file => file.StoredIn is not null))
        {
            var content = await agreement.Documents.ReadAsync(file.StoredIn!, file.Sha256, TestContext.Current.CancellationToken);
            Assert.Equal(file.Bytes, content.Length);
        }
    }

    [Fact]
    public void Build_NotExecuted_Throws()
    {
        var agreement = ScriptedAgreement.InSigning();

        Assert.Throws<InvalidDataException>(() => ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents));
        Assert.Throws<InvalidDataException>(() => ArchiveBuilder.Build(agreement.Id, [], agreement.Documents));
    }

    [Fact]
    public void Build_RecordWithAnEntryMissing_Throws()
    {
        var agreement = ScriptedAgreement.Executed();
        agreement.Entries.RemoveAt(3);

        var exception = Assert.Throws<InvalidDataException>(
            () => ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents));

        Assert.Contains("Line 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_RecordExecutedWithoutASignature_Throws()
    {
        var agreement = ScriptedAgreement.InSigning();
        agreement.Sign("signatory-1");
        agreement.Append(new AgreementExecuted(agreement.State.Signing!.Revision, agreement.State.Signing.DocumentSha256));

        Assert.Throws<InvalidDataException>(() => ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents));
    }

    [Fact]
    public async Task Build_DocumentGoneFromTheStore_ThrowsWhenItIsOpened()
    {
        var agreement = ScriptedAgreement.Executed();

        var draft = ArchiveBuilder.Build(agreement.Id, agreement.Entries, new MemoryDocumentStore()).Files
            .Single(file => file.Path == "revisions/1/draft.docx");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(async () => await draft.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Contains(draft.Sha256, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SigningOrder.Parallel)]
    [InlineData(SigningOrder.Sequential)]
    public async Task Build_CommandsOfTheReadme_HoldForTheArchiveAndFailForAChangedOne(SigningOrder order)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs sha256sum and awk.");
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed(order));
        var folder = Directory.CreateTempSubdirectory("alliance-agreements-");
        try
        {
            foreach (var (path, content) in archive.Files)
            {
                var target = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await File.WriteAllBytesAsync(target, content, TestContext.Current.CancellationToken);
            }

            var commands = Encoding.UTF8.GetString(archive.Files["README.txt"]).Split('\n')
                .Where(line => line.Contains("sha256sum -c", StringComparison.Ordinal)).ToList();
            Assert.Equal(2, commands.Count);
            Assert.Equal([0, 0], commands.Select(command => Run(command, folder.FullName)));

            await File.AppendAllTextAsync(Path.Combine(folder.FullName, "record.jsonl"), "\n", TestContext.Current.CancellationToken);
            Assert.NotEqual(0, Run(commands[1], folder.FullName));
            await File.AppendAllTextAsync(Path.Combine(folder.FullName, "manifest.json"), "\n", TestContext.Current.CancellationToken);
            Assert.NotEqual(0, Run(commands[0], folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Run(string command, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
