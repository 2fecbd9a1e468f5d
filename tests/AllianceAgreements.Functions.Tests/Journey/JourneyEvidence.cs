using AllianceAgreements.Contracts.Crashes;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Functions.Tests.Hosting;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Journey;

/// <summary>What a journey must have left in the stores, in mailboxes and in logs, however often host and worker died meanwhile.</summary>
internal static class JourneyEvidence
{
    private static readonly IReadOnlyList<Party> Parties = AgreementJourney.Revised.Request.Parties;

    public static async Task CheckAsync(ProductHost product, AgreementId id)
    {
        var record = await product.Stores.ReadRecordAsync(id);
        var state = AgreementState.Fold(id, record)!;
        Assert.Equal(AgreementStatus.Archived, state.Status);
        JourneyRecord.Check(record, Parties);
        CheckMails(product);
        await CheckDocumentsAsync(product.Stores, state);
        await CheckArchiveAsync(product.Stores, state);
        CheckLogs(product);
    }

    private static void CheckMails(ProductHost product)
    {
        var mails = product.Mails.Mails;
        var expected = new Dictionary<string, int>
        {
            ["agreement-archived"] = JourneyRecord.PeopleOf(Parties).Count,
            ["approval-request"] = 2 * Parties.Count,
            ["signature-request"] = Parties.Count,
        };
        Assert.Equal(
            expected.OrderBy(category => category.Key),
            mails.DistinctBy(mail => mail.Key).GroupBy(mail => mail.Category)
                .Select(category => KeyValuePair.Create(category.Key, category.Count())).OrderBy(category => category.Key));

        // Twice only what nobody can know of: it was being sent when the process died.
        Assert.All(mails.GroupBy(mail => mail.Key).Where(mail => mail.Count() > 1), mail => Assert.Contains(mail.Key, product.UncertainMails));
    }

    private static async Task CheckDocumentsAsync(ProductStores stores, AgreementState state)
    {
        Assert.Equal(2, state.Revisions.Count);
        foreach (var revision in state.Revisions)
        {
            var folder = $"agreements/{state.Id}/revision-{revision.Number}/";
            var documents = await stores.ReadBlobsAsync("documents", folder);
            Assert.Equal(
                JourneyRecord.DocumentsOf(revision).Select(document => folder + document.Sha256).Order(StringComparer.Ordinal),
                documents.Keys.Order(StringComparer.Ordinal));
        }
    }

    private static async Task CheckArchiveAsync(ProductStores stores, AgreementState state)
    {
        var blobs = await stores.ReadBlobsAsync("archive", prefixOfName: "");
        var folder = state.Archive!.Folder;
        var seal = Assert.Single(blobs.Keys, name => name.Count(character => character == '/') == 1);
        var contents = Assert.Single(blobs.Keys.Except([seal]).Select(name => name[..name.IndexOf('/', folder.Length + 1)]).Distinct());
        Assert.StartsWith(folder + "/", contents, StringComparison.Ordinal);
        Assert.StartsWith(folder + "/", seal, StringComparison.Ordinal);

        var files = blobs.Where(blob => blob.Key != seal).ToDictionary(blob => blob.Key[(contents.Length + 1)..], blob => blob.Value);
        var verification = await ArchiveVerifier.VerifyAsync(new ReadFiles(files), state.Archive.ManifestSha256, CancellationToken.None);
        Assert.Equal(Parties.Count, Assert.IsType<ArchiveVerification.Intact>(verification).Summary.Signatures);
    }

    private static void CheckLogs(ProductHost product)
    {
        var links = product.Mails.Mails.Select(mail => mail.Link).Where(link => link.Length > 0).Distinct().ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.DoesNotContain(new Uri(link).Segments[^1], product.Said, StringComparison.Ordinal));
    }
}
