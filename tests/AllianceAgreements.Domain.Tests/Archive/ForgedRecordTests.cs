using System.Text;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Domain.Tests.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Archive;

/// <summary>Records that were tampered with, in archives whose manifest was made to fit, so that only the record itself can tell.</summary>
public sealed class ForgedRecordTests
{
    [Fact]
    public async Task VerifyAsync_AnyEntryRemoved_NamesTheRecord()
    {
        var (archive, lines) = await BuildAsync();
        for (var i = 0; i < lines.Count - 1; i++)
        {
            var fault = await archive.WithRecord(lines.Where((_, n) => n != i)).FindFaultAsync();

            Assert.Contains($"Line {i + 1} of the record", fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task VerifyAsync_AnyEntryMovedOrDoubled_NamesTheRecord()
    {
        var (archive, lines) = await BuildAsync();
        for (var i = 0; i < lines.Count - 1; i++)
        {
            var swapped = lines.ToList();
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            var doubled = lines.ToList();
            doubled.Insert(i, lines[i]);

            Assert.Contains($"Line {i + 1} of the record", await archive.WithRecord(swapped).FindFaultAsync(), StringComparison.Ordinal);
            Assert.Contains($"Line {i + 2} of the record", await archive.WithRecord(doubled).FindFaultAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task VerifyAsync_TailCutAnywhere_SaysThatTheRecordDoesNotEnd()
    {
        var (archive, lines) = await BuildAsync();
        for (var kept = 1; kept < lines.Count; kept++)
        {
            var fault = await archive.WithRecord(lines.Take(kept)).FindFaultAsync();

            Assert.Contains("does not end in AgreementExecuted", fault, StringComparison.Ordinal);
        }

        Assert.NotNull(await archive.WithRecord([]).FindFaultAsync());
    }

    [Fact]
    public async Task VerifyAsync_AnyEntryChanged_NamesTheEntry()
    {
        var (archive, lines) = await BuildAsync();
        for (var i = 0; i < lines.Count; i++)
        {
            var changed = lines.ToList();
            changed[i] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(lines[i]).Replace("\"at\":\"2026", "\"at\":\"2025", StringComparison.Ordinal));

            Assert.Contains($"Entry {i} of the record was changed", await archive.WithRecord(changed).FindFaultAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task VerifyAsync_AnyEntryChangedWithItsOwnHash_NamesTheEntryAfterIt()
    {
        var (archive, lines) = await BuildAsync();
        for (var i = 0; i < lines.Count - 1; i++)
        {
            var entry = RecordEntry.Parse(lines[i]);
            var before = i == 0 ? null : RecordEntry.Parse(lines[i - 1]);
            var changed = lines.ToList();
            changed[i] = RecordEntry.After(before, entry.Event, entry.Actor with { Name = "Somebody Else" }, entry.At).Line.ToArray();

            Assert.Contains(
                $"Entry {i + 1} of the record does not follow", await archive.WithRecord(changed).FindFaultAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task VerifyAsync_LastEntryIncomplete_SaysSo()
    {
        var (archive, _) = await BuildAsync();
        archive.Files["record.jsonl"] = archive.Files["record.jsonl"][..^1];

        Assert.Contains("tail was cut off", await archive.WithManifest(manifest => manifest).FindFaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_ManifestWithAnotherCountOrHead_SaysSo()
    {
        var (archive, _) = await BuildAsync();

        Assert.Contains(
            "tells of 3",
            await archive.WithManifest(m => m with { Record = m.Record with { Entries = 3 } }).FindFaultAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "last entry",
            await archive.WithManifest(m => m with { Record = m.Record with { Head = RecordEntry.Genesis } }).FindFaultAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Rechained => new()
    {
        { "without an approval", "not every approver had approved" },
        { "without a signature", "not every signatory had signed" },
        { "approval of another draft", "is not the draft of that round" },
        { "approval twice", "had decided before" },
        { "signature twice", "had signed before" },
        { "signing another draft", "is not the draft that was approved" },
        { "executing another draft", "is not what was executed" },
        { "round about another draft", "not about the draft" },
        { "signing before approval", "was not approved" },
        { "one more entry", "executed before it" },
        { "beginning with another entry", "does not begin" },
        { "a decision of a stranger", "was not asked" },
        { "a signature of a stranger", "was not asked" },
        { "a round that nobody is in", "nobody is asked" },
        { "terms that are not archived", "revisions/2/terms.json" },
        { "a copy that is not archived", "signed/1-" },
    };

    [Theory]
    [MemberData(nameof(Rechained))]
    public async Task VerifyAsync_ChainMadeAnewWithoutTheEvidence_SaysWhatIsLacking(string forgery, string fault)
    {
        var agreement = ScriptedAgreement.Executed();
        var archive = await MemoryArchive.BuildAsync(agreement);
        var events = agreement.Entries.Select(entry => entry.Event).ToList();

        var found = await archive.WithEvents(Forge(forgery, events)).FindFaultAsync();

        Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    private static async Task<(MemoryArchive Archive, IReadOnlyList<byte[]> Lines)> BuildAsync()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        return (archive, archive.RecordLines);
    }

    private static List<AgreementEvent> Forge(string forgery, List<AgreementEvent> events)
    {
        var other = new string('b', 64);
        switch (forgery)
        {
            case "without an approval":
                events.Remove(events.OfType<ApprovalGiven>().Last());
                break;
            case "without a signature":
                events.Remove(events.OfType<Signed>().Last());
                break;
            case "approval of another draft":
                Change<ApprovalGiven>(events, e => e with { DocumentSha256 = other });
                break;
            case "approval twice":
                events.Insert(events.FindLastIndex(e => e is ApprovalGiven), events.OfType<ApprovalGiven>().Last());
                break;
            case "signature twice":
                events.Insert(events.FindLastIndex(e => e is Signed), events.OfType<Signed>().Last());
                break;
            case "signing another draft":
                Change<SigningOpened>(events, e => e with { DocumentSha256 = other });
                break;
            case "executing another draft":
                Change<AgreementExecuted>(events, e => e with { DocumentSha256 = other });
                break;
            case "round about another draft":
                Change<ApprovalRoundOpened>(events, e => e with { DocumentSha256 = other });
                break;
            case "signing before approval":
                events.RemoveAt(events.FindLastIndex(e => e is ApprovalRoundClosed));
                break;
            case "one more entry":
                events.Insert(events.Count - 1, events[^1]);
                break;
            case "beginning with another entry":
                events.RemoveAt(0);
                break;
            case "a decision of a stranger":
                Change<ApprovalGiven>(events, e => e with { Approver = "approver-9-9" });
                break;
            case "a signature of a stranger":
                Change<Signed>(events, e => e with { Signatory = "signatory-9" });
                break;
            case "a round that nobody is in":
                Change<ApprovalRoundOpened>(events, e => e with { Approvers = [] });
                break;
            case "terms that are not archived":
                Change<RevisionSubmitted>(events, e => e with { Terms = e.Terms with { Sha256 = other } });
                break;
            case "a copy that is not archived":
                var first = events.FindIndex(e => e is Signed);
                events[first] = (Signed)events[first] with { Copy = ((Signed)events[first]).Copy with { Sha256 = other } };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(forgery));
        }

        return events;
    }

    private static void Change<T>(List<AgreementEvent> events, Func<T, T> change)
        where T : AgreementEvent
    {
        var last = events.FindLastIndex(e => e is T);
        events[last] = change((T)events[last]);
    }
}
