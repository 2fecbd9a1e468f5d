using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Domain.Record;

/// <summary>Sums an agreement up for lists.</summary>
public static class AgreementSummaries
{
    /// <summary>The summary of a state.</summary>
    public static AgreementSummary Summarise(this AgreementState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new AgreementSummary(
            state.Id, state.Reference, state.Title, state.Form, state.Status, state.Latest.Number,
            [.. state.Parties.Select(party => party.ShortName)], [.. WaitingOn(state)],
            state.StartedAt, state.Head.At, NextDue(state), state.Head.Position);
    }

    /// <summary>Who an agreement waits for.</summary>
    public static IEnumerable<WaitingFor> WaitingOn(AgreementState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Status switch
        {
            AgreementStatus.InApproval when state.Latest.Round is { Outcome: null } round =>
                from approver in round.Turn
                select new WaitingFor(
                    approver.Person.Name, approver.Person.Party, WaitingPurpose.Approval, approver.RequestedAt ?? round.OpenedAt, round.Deadline,
                    state.Mails.FailureOf(round.Revision, approver.Person.Key)),
            AgreementStatus.Signing when state.Signing is { } signing =>
                from signatory in signing.Turn
                select new WaitingFor(
                    signatory.Person.Name, signatory.Person.Party, WaitingPurpose.Signature, signatory.RequestedAt ?? signing.OpenedAt, signing.Deadline,
                    state.Mails.FailureOf(signing.Revision, signatory.Person.Key)),
            AgreementStatus.ChangesRequested or AgreementStatus.DraftingFailed =>
                [new WaitingFor("Legal team", null, WaitingPurpose.Revision, state.StatusSince, null)],
            _ => [],
        };
    }

    private static DateTimeOffset? NextDue(AgreementState state) => state.Status switch
    {
        AgreementStatus.InApproval => ApprovalRules.Evaluate(state, state.Latest.Number, state.Head.At) is ApprovalEvaluation.Open open
            ? open.NextDue
            : state.Head.At,
        AgreementStatus.Signing => SigningRules.Evaluate(state, state.Head.At) is SigningEvaluation.Open open ? open.NextDue : state.Head.At,
        AgreementStatus.Drafting or AgreementStatus.Executed => state.Head.At,
        _ => ConclusionNotices.Due(state).Any() ? state.Head.At : null,
    };
}
