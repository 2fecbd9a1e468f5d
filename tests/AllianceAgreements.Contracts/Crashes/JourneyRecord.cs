using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using Xunit;

namespace AllianceAgreements.Contracts.Crashes;

/// <summary>
/// What the record of a whole journey must hold, however often the process died meanwhile: legal starts an agreement, an approver asks for
/// changes, legal revises it, everyone approves and signs, and it is archived.
/// </summary>
public static class JourneyRecord
{
    /// <summary>Fails unless each thing has happened once, to each person, in a chain that is whole.</summary>
    /// <param name="entries">The record.</param>
    /// <param name="parties">The parties, of one approver each.</param>
    public static void Check(IReadOnlyList<RecordEntry> entries, IReadOnlyList<Party> parties)
    {
        Assert.Null(RecordChain.FindFault(entries.Select(entry => entry.Line)));
        var expected = new Dictionary<string, int>
        {
            ["AgreementStarted"] = 1,
            ["DraftGenerated"] = 2,
            ["ApprovalRoundOpened"] = 2,
            ["ApprovalRequested"] = 2 * parties.Count,
            ["ChangesRequested"] = 1,
            ["ApprovalRoundClosed"] = 2,
            ["RevisionSubmitted"] = 1,
            ["ApprovalGiven"] = parties.Count,
            ["SigningOpened"] = 1,
            ["SignatureRequested"] = parties.Count,
            ["Signed"] = parties.Count,
            ["AgreementExecuted"] = 1,
            ["AgreementArchived"] = 1,
            ["ConclusionNoticeSent"] = PeopleOf(parties).Count,
        };
        Assert.Equal(
            expected.OrderBy(type => type.Key),
            entries.GroupBy(entry => entry.Type).Select(type => KeyValuePair.Create(type.Key, type.Count())).OrderBy(type => type.Key));

        // Of no person and revision twice.
        Assert.Distinct(entries.Select(Subject));
    }

    /// <summary>The addresses of everybody who is told how the agreement ended.</summary>
    public static IReadOnlyCollection<string> PeopleOf(IReadOnlyList<Party> parties) =>
        parties.SelectMany(party => party.Approvers.Select(approver => approver.Email).Append(party.Signatory.Email)).ToHashSet();

    /// <summary>What the folder of a revision must hold: one draft, its terms and, after the first, its redline. What is made twice has the same bytes.</summary>
    public static IReadOnlyList<DocumentReference> DocumentsOf(Revision revision) => revision.Number == 1
        ? [revision.Terms, revision.Draft!]
        : [revision.Terms, revision.Draft!, revision.Redline!.Document];

    private static string Subject(RecordEntry entry) => entry.Event switch
    {
        ApprovalRequested e => $"{entry.Type} {e.Revision} {e.Approver}",
        ApprovalGiven e => $"{entry.Type} {e.Revision} {e.Approver}",
        ApprovalRoundOpened e => $"{entry.Type} {e.Revision}",
        ApprovalRoundClosed e => $"{entry.Type} {e.Revision}",
        SignatureRequested e => $"{entry.Type} {e.Signatory}",
        Signed e => $"{entry.Type} {e.Signatory}",
        DraftGenerated e => $"{entry.Type} {e.Revision}",
        ConclusionNoticeSent e => $"{entry.Type} {e.Email}",
        _ => entry.Type,
    };
}
