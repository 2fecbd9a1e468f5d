using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Web.Components;

/// <summary>Tells the entries of a record in plain words.</summary>
internal static class RecordSentences
{
    /// <summary>What happened, and what somebody said with it.</summary>
    public static RecordSentence Of(RecordEntry entry, AgreementState state) => entry.Event switch
    {
        AgreementStarted => new($"{entry.Actor.Name} started the agreement."),
        RevisionSubmitted e => new($"{entry.Actor.Name} handed in revision {e.Revision}."),
        DraftGenerated { Redline: { } redline } e => new($"The draft of revision {e.Revision} was made and compared with revision {redline.Since}."),
        DraftGenerated e => new($"The draft of revision {e.Revision} was made."),
        DraftingFailed e => new($"Revision {e.Revision} could not be drafted.", e.Reason),
        ApprovalRoundOpened e => new($"Approval of revision {e.Revision} opened, until {Wording.Of(e.Deadline)}."),
        ApprovalRequested e => new($"{Approver(state, e.Revision, e.Approver)} was asked to approve revision {e.Revision}."),
        ApprovalReminderSent e => new($"{Approver(state, e.Revision, e.Approver)} was reminded to decide on revision {e.Revision}."),
        ApprovalGiven e => new($"{Approver(state, e.Revision, e.Approver)} approved revision {e.Revision}{Signature(FindApprover(state, e.Revision, e.Approver), e.TypedName)}.", e.Comment),
        ChangesRequested e => new($"{Approver(state, e.Revision, e.Approver)} requested changes to revision {e.Revision}{Signature(FindApprover(state, e.Revision, e.Approver), e.TypedName)}.", e.Comment),
        ApprovalDeclined e => new($"{Approver(state, e.Revision, e.Approver)} declined revision {e.Revision}{Signature(FindApprover(state, e.Revision, e.Approver), e.TypedName)}.", e.Reason),
        ApprovalRoundClosed e => new($"Approval of revision {e.Revision} closed: {Of(e.Outcome)}."),
        SigningOpened e => new($"Signing of revision {e.Revision} opened, until {Wording.Of(e.Deadline)}."),
        SignatureRequested e => new($"{Signatory(state, e.Signatory)} was asked to sign."),
        SignatureReminderSent e => new($"{Signatory(state, e.Signatory)} was reminded to sign."),
        Signed e => new($"{Signatory(state, e.Signatory)} handed in a signed copy{Signature(state.Signing?.Find(e.Signatory)?.Person, e.TypedName)}."),
        SigningExpired => new("The time to sign ran out before every signature was in."),
        AgreementWithdrawn e => new($"{entry.Actor.Name} withdrew the agreement.", e.Reason),
        AgreementExecuted e => new($"Every signature is in: revision {e.Revision} is executed."),
        AgreementArchived => new("The agreement was archived."),
        ConclusionNoticeSent e => new($"{e.Email} was told how it ended."),
        MailReported e => new(MailSentences.Of(e, state)),
        LegalHoldPut e => new($"{entry.Actor.Name} put the archive under legal hold.", e.Reason),
        LegalHoldLifted e => new($"{entry.Actor.Name} lifted the legal hold from the archive.", e.Reason),
        _ => new(entry.Type),
    };

    private static string Of(ApprovalOutcome outcome) => outcome switch
    {
        ApprovalOutcome.Approved => "everyone approved",
        ApprovalOutcome.ChangesRequested => "changes were requested",
        ApprovalOutcome.Declined => "it was declined",
        ApprovalOutcome.Expired => "its time ran out",
        ApprovalOutcome.Superseded => "a newer revision took its place",
        ApprovalOutcome.Withdrawn => "the agreement was withdrawn",
        _ => outcome.ToString(),
    };

    private static Participant? FindApprover(AgreementState state, int revision, string key) =>
        state.FindRevision(revision)?.Round?.Find(key)?.Person;

    private static string Approver(AgreementState state, int revision, string key) => Name(FindApprover(state, revision, key), key);

    private static string Signatory(AgreementState state, string key) => Name(state.Signing?.Find(key)?.Person, key);

    private static string Name(Participant? person, string key) => person is null ? key : $"{person.Name} ({person.Party})";

    /// <summary>The typed name, where it is not the name that was expected.</summary>
    private static string Signature(Participant? person, string typedName) =>
        string.Equals(person?.Name, typedName, StringComparison.OrdinalIgnoreCase) ? "" : $", signing as “{typedName}”";
}

/// <summary>An entry of a record in plain words.</summary>
/// <param name="Text">What happened.</param>
/// <param name="Quote">What somebody said with it, in their words.</param>
internal sealed record RecordSentence(string Text, string? Quote = null);
