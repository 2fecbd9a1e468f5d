using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Domain.Archive;

/// <summary>
/// Whether a record shows that an agreement was executed by the rules: every approver of the executed revision approved that very
/// draft, once; then every signatory handed in a signed copy of it, once; and only then it was executed, with which the record ends.
/// </summary>
internal abstract record ExecutionEvidence
{
    private ExecutionEvidence()
    {
    }

    /// <summary>The evidence is complete.</summary>
    public sealed record Complete(AgreementState State) : ExecutionEvidence;

    /// <summary>The evidence is not complete.</summary>
    public sealed record Lacking(string Fault) : ExecutionEvidence;

    public static ExecutionEvidence Examine(AgreementId id, IReadOnlyList<RecordEntry> entries)
    {
        AgreementState? state = null;
        try
        {
            foreach (var entry in entries)
            {
                if (state is not null && FindFault(state, entry.Event) is { } fault)
                {
                    return new Lacking($"Entry {entry.Position} of the record ({entry.Type}) cannot stand there: {fault}.");
                }

                state = state is null ? AgreementState.Fold(id, [entry]) : state.Apply(entry);
            }
        }
        catch (InvalidDataException exception)
        {
            return new Lacking(exception.Message);
        }

        return state is { Status: AgreementStatus.Executed, Head.Event: AgreementExecuted }
            ? new Complete(state)
            : new Lacking($"The record does not end in {nameof(AgreementExecuted)}: its tail was cut off, or something was added.");
    }

    private static string? FindFault(AgreementState before, AgreementEvent @event) => @event switch
    {
        _ when before.ExecutedPosition is not null => "the agreement was executed before it",
        RevisionSubmitted when before.Signing is not null => "the agreement was being signed",
        ApprovalRoundOpened e => FindFault(before, e),
        ApprovalGiven e => FindDecisionFault(before, e.Revision, e.Approver) ?? (e.DocumentSha256 == before.FindRevision(e.Revision)!.Round!.DocumentSha256
            ? null
            : "what was approved is not the draft of that round"),
        ChangesRequested e => FindDecisionFault(before, e.Revision, e.Approver),
        ApprovalDeclined e => FindDecisionFault(before, e.Revision, e.Approver),
        ApprovalRoundClosed { Outcome: ApprovalOutcome.Approved } e => FindFault(before, e),
        SigningOpened e => FindFault(before, e),
        Signed e => before.Signing?.Find(e.Signatory) is { SignedAt: null } ? null : "that signatory was not asked, or had signed before",
        AgreementExecuted e => FindFault(before, e),
        _ => null,
    };

    private static string? FindFault(AgreementState before, ApprovalRoundOpened opened) =>
        before.FindRevision(opened.Revision) is not { Round: null, Draft: { } draft } ? "the revision has no draft, or had a round before"
        : opened.DocumentSha256 != draft.Sha256 ? "the round is not about the draft of that revision"
        : opened.Approvers.Count == 0 ? "nobody is asked to approve"
        : null;

    private static string? FindDecisionFault(AgreementState before, int revision, string approver) =>
        before.FindRevision(revision)?.Round is not { Outcome: null } round || revision != before.Latest.Number ? "there was no open round of that revision"
        : round.Find(approver) is not { Choice: null } ? "that approver was not asked, or had decided before"
        : null;

    private static string? FindFault(AgreementState before, ApprovalRoundClosed closed) =>
        before.FindRevision(closed.Revision)?.Round is { Outcome: null } round
        && round.Approvers.TrueForAll(approver => approver.Choice == ApprovalChoice.Approve)
            ? null
            : "not every approver had approved";

    private static string? FindFault(AgreementState before, SigningOpened opened) =>
        before.Signing is not null ? "signing was opened before"
        : before.Latest.Round is not { Outcome: ApprovalOutcome.Approved } round || opened.Revision != round.Revision ? "that revision was not approved"
        : opened.DocumentSha256 != round.DocumentSha256 ? "what is to be signed is not the draft that was approved"
        : opened.Signatories.Count == 0 ? "nobody is asked to sign"
        : null;

    private static string? FindFault(AgreementState before, AgreementExecuted executed) =>
        before is not { Status: AgreementStatus.Signing, Signing: { IsComplete: true } signing } ? "not every signatory had signed"
        : executed.Revision != signing.Revision || executed.DocumentSha256 != signing.DocumentSha256 ? "what was signed is not what was executed"
        : null;
}
