using System.Text.Json;
using AllianceAgreements.Contracts.Crashes;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>What a journey must have left in the data folder, however often the process died meanwhile.</summary>
internal static class JourneyEvidence
{
    private static readonly IReadOnlyList<Party> Parties = CrashingJourney.Revised.Request.Parties;

    public static async Task CheckAsync(string path, int deaths)
    {
        var folder = new AgreementFolder(path);
        var record = Assert.Single(folder.ReadRecords());
        var state = AgreementState.Fold(record.Key, record)!;
        Assert.Equal(AgreementStatus.Archived, state.Status);

        JourneyRecord.Check([.. record], Parties);
        CheckMails(folder.Mails, path);
        await CheckDocumentsAsync(state, path);
        await CheckArchiveAsync(state, path);
        await CheckIndexAsync(state, path);
        CheckStaging(path, deaths);
    }

    private static void CheckMails(IReadOnlyList<DroppedMail> mails, string path)
    {
        var approvers = Parties.SelectMany(party => party.Approvers.Select(approver => approver.Email)).ToList();
        var signatories = Parties.Select(party => party.Signatory.Email).ToList();
        var expected = approvers.SelectMany(address => (string[])[$"approval-request 1 {address}", $"approval-request 2 {address}"])
            .Concat(signatories.Select(address => $"signature-request 2 {address}"))
            .Concat(approvers.Concat(signatories).Distinct().Select(address => $"agreement-archived {address}"));
        Assert.Equal(expected.Order(), mails.Select(Describe).Order());
        Assert.Equal(mails.Count, Directory.GetFiles(Path.Combine(path, "mail", "keys")).Length);
    }

    // The key holds the round, after the agreement and the purpose.
    private static string Describe(DroppedMail mail) => mail.Category == "agreement-archived"
        ? $"{mail.Category} {mail.ToAddress}"
        : $"{mail.Category} {mail.Key.Split('/')[2]} {mail.ToAddress}";

    private static async Task CheckDocumentsAsync(AgreementState state, string path)
    {
        Assert.Equal(2, state.Revisions.Count);
        var documents = new FolderDocumentStore(new DataFolder(path), Staging(path));
        foreach (var revision in state.Revisions)
        {
            var expected = JourneyRecord.DocumentsOf(revision);
            foreach (var document in expected)
            {
                await CheckDocumentAsync(documents, DocumentFolder.ForRevision(state.Id, revision.Number), document);
            }

            Assert.Equal(expected.Count, Directory.GetFiles(Path.Combine(path, "documents", "agreements", state.Id.Value, $"revision-{revision.Number}")).Length);
        }

        foreach (var signatory in state.Signing!.Signatories)
        {
            await CheckDocumentAsync(documents, DocumentFolder.ForSignedCopies(state.Id), signatory.Copy!);
        }

        Assert.Equal(Parties.Count, Directory.GetFiles(Path.Combine(path, "documents", "agreements", state.Id.Value, "signed")).Length);
    }

    private static async Task CheckDocumentAsync(FolderDocumentStore documents, DocumentFolder folder, DocumentReference document)
    {
        await using var content = await documents.OpenAsync(folder, document.Sha256, CancellationToken.None);
        Assert.NotNull(content);
        Assert.Equal(document.Bytes, content.Length);
        Assert.Equal(document.Sha256, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content)));
    }

    private static async Task CheckArchiveAsync(AgreementState state, string path)
    {
        var folder = Assert.Single(Directory.GetFileSystemEntries(Path.Combine(path, "archive")));
        Assert.Equal(state.Archive!.Folder, Path.GetFileName(folder));
        var verification = await ArchiveVerifier.VerifyAsync(new ArchiveDirectory(folder), state.Archive.ManifestSha256, CancellationToken.None);
        var intact = Assert.IsType<ArchiveVerification.Intact>(verification);
        Assert.Equal(Parties.Count, intact.Summary.Signatures);
    }

    private static async Task CheckIndexAsync(AgreementState state, string path)
    {
        using var database = new AgreementDatabase(new DataFolder(path));
        var page = await new SqliteAgreementIndex(database).QueryAsync(new AgreementQuery(), CancellationToken.None);
        Assert.Equal(JsonSerializer.Serialize(state.Summarise()), JsonSerializer.Serialize(Assert.Single(page.Items)));
    }

    private static void CheckStaging(string path, int deaths)
    {
        // A death leaves at most what was being written then, and a start two days later none of it.
        Assert.InRange(Directory.GetFileSystemEntries(Path.Combine(path, "staging")).Length, 0, 2 * deaths);
        _ = new StagingFolder(new DataFolder(path), new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(2)));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(path, "staging")));
    }

    private static StagingFolder Staging(string path) => new(new DataFolder(path), TimeProvider.System);
}
