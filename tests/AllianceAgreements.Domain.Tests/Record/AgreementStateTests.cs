using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Record;

public sealed class AgreementStateTests
{
    private static readonly string Other = new('b', 64);

    [Fact]
    public void Fold_NoEntries_IsNull() => Assert.Null(AgreementState.Fold(AgreementId.New(), []));

    [Fact]
    public void Fold_WholeLife_IsExecutedInItsLastRevision()
    {
        var state = ScriptedAgreement.Executed().State;

        Assert.Equal(AgreementStatus.Executed, state.Status);
        Assert.Equal([1, 2], state.Revisions.Select(revision => revision.Number));
        Assert.Equal([ApprovalOutcome.ChangesRequested, ApprovalOutcome.Approved], state.Revisions.Select(revision => revision.Round!.Outcome!.Value));
        Assert.Equal(state.Head.Position, state.ExecutedPosition);
        Assert.Null(state.Reason);
        Assert.All(state.Signing!.Signatories, signatory => Assert.NotNull(signatory.Copy));
    }

    [Fact]
    public void Fold_NoticesAndArchive_AreRemembered()
    {
        var agreement = ScriptedAgreement.Executed();
        agreement.Append(new AgreementArchived(Other, "folder"));
        agreement.Append(new ConclusionNoticeSent("Zoe@Example.org"));

        Assert.Equal(AgreementStatus.Archived, agreement.State.Status);
        Assert.Equal("folder", agreement.State.Archive!.Folder);
        Assert.Contains("zoe@example.ORG", agreement.State.Notified);
    }

    [Fact]
    public void Fold_RecordThatDoesNotBegin_ThrowsInvalidData() =>
        Assert.Throws<InvalidDataException>(() => AgreementState.Fold(AgreementId.New(), ScriptedAgreement.Executed().Entries.Skip(1)));

    public static TheoryData<AgreementEvent> Impossible =>
    [
        new RevisionSubmitted(3, "Title", new DocumentReference(DocumentKind.Terms, "terms.json", Other, 1), null),
        new RevisionSubmitted(1, "Title", new DocumentReference(DocumentKind.Terms, "terms.json", Other, 1), null),
        new DraftGenerated(2, new DocumentReference(DocumentKind.Draft, "draft.docx", Other, 1)),
        new ApprovalRoundOpened(2, Other, [], ScriptedAgreement.Start, 1),
        new ApprovalRoundOpened(1, Other, [], ScriptedAgreement.Start, int.MaxValue),
        new ApprovalRoundOpened(1, Other, [], ScriptedAgreement.Start, 0),
        new ApprovalRequested(1, "nobody"),
        new ApprovalGiven(1, "nobody", Other, "Zoë", null, null),
        new ApprovalGiven(0, "approver-1-1", Other, "Zoë", null, null),
        new ApprovalRoundClosed(2, ApprovalOutcome.Approved),
        new SignatureRequested("signatory-1"),
        new Signed("signatory-1", new DocumentReference(DocumentKind.SignedCopy, "a.pdf", Other, 1), "Zoë", null),
        new SigningOpened(1, Other, [], SigningOrder.Parallel, ScriptedAgreement.Start, -1),
    ];

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void Apply_EventThatCannotFollow_ThrowsInvalidData(AgreementEvent @event)
    {
        var agreement = ScriptedAgreement.InApproval();

        Assert.Throws<InvalidDataException>(() => agreement.Append(@event));
    }

    [Fact]
    public void Apply_DecisionBeforeAnyRound_ThrowsInvalidData() => Assert.Throws<InvalidDataException>(
        () => ScriptedAgreement.Begin().Append(new ApprovalGiven(1, "approver-1-1", Other, "Zoë", null, null)));

    [Fact]
    public void Summarise_InApproval_TellsWhomItWaitsForAndWhenToLookAgain()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.RequestByMail();
        agreement.Decide("approver-1-1", ApprovalChoice.Approve);

        var summary = agreement.State.Summarise();

        Assert.Equal(agreement.Round.Approvers.Count - 1, summary.WaitingOn.Count);
        Assert.All(summary.WaitingOn, waiting => Assert.Equal((WaitingPurpose.Approval, agreement.Round.Deadline), (waiting.Purpose, waiting.Due)));
        Assert.Equal(agreement.Round.Approvers.Where(a => a.Choice is null).Min(a => a.RequestedAt) + TimeSpan.FromDays(3), summary.NextDue);
        Assert.Equal(agreement.State.Head.Position, summary.Position);
    }

    [Fact]
    public void Summarise_SequentialSigning_WaitsForOneAtATime()
    {
        var agreement = ScriptedAgreement.InSigning(SigningOrder.Sequential);

        var waiting = Assert.Single(agreement.State.Summarise().WaitingOn);

        Assert.Equal(WaitingPurpose.Signature, waiting.Purpose);
        Assert.Equal(agreement.State.Signing!.Signatories[0].Person.Name, waiting.Person);
    }

    [Fact]
    public void Summarise_EndedOrWaitingForLegal_HasNothingDue()
    {
        var changes = ScriptedAgreement.InApproval();
        changes.Decide("approver-1-1", ApprovalChoice.RequestChanges);
        changes.Evaluate();
        var withdrawn = ScriptedAgreement.InApproval();
        withdrawn.Withdraw();

        Assert.Null(changes.State.Summarise().NextDue);
        Assert.Equal(WaitingPurpose.Revision, Assert.Single(changes.State.Summarise().WaitingOn).Purpose);
        Assert.Null(withdrawn.State.Summarise().NextDue);
        Assert.Empty(withdrawn.State.Summarise().WaitingOn);
    }
}
