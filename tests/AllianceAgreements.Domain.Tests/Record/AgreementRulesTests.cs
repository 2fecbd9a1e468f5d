using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Record;

public sealed class AgreementRulesTests
{
    [Fact]
    public void Revise_InApproval_MakesTheNextRevisionAndVoidsTheRound()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.Decide("approver-1-1", ApprovalChoice.Approve);

        Assert.IsType<Decision.Accepted>(agreement.Revise());

        Assert.Equal(2, agreement.State.Latest.Number);
        Assert.Equal(AgreementStatus.Drafting, agreement.State.Status);
        Assert.Equal(ApprovalOutcome.Superseded, Assert.IsType<ApprovalEvaluation.Closed>(
            ApprovalRules.Evaluate(agreement.State, 1, agreement.Now)).Outcome);
    }

    [Fact]
    public void Revise_AfterChangesRequestedOrFailedDraft_IsAccepted()
    {
        var changes = ScriptedAgreement.InApproval();
        changes.Decide("approver-1-1", ApprovalChoice.RequestChanges);
        changes.Evaluate();
        var failed = ScriptedAgreement.Begin();
        failed.Do(AgreementRules.RecordDraft(failed.State, new DraftingFailed(1, "An unknown field.")));

        Assert.IsType<Decision.Accepted>(changes.Revise());
        Assert.IsType<Decision.Accepted>(failed.Revise());
    }

    [Fact]
    public void Revise_SameKeyAgain_IsNothingToDoOrRefusedForOtherTerms()
    {
        var agreement = ScriptedAgreement.InApproval();
        Assert.IsType<Decision.Accepted>(agreement.Revise("key", "terms"));

        Assert.IsType<Decision.NothingToDo>(agreement.Revise("key", "terms"));
        agreement.Draft();
        Assert.IsType<Decision.NothingToDo>(agreement.Revise("key", "terms"));
        Assert.Equal(RefusalReason.Invalid, Assert.IsType<Decision.Refused>(agreement.Revise("key", "other terms")).Reason);
        Assert.Equal(2, agreement.State.Latest.Number);
    }

    public static TheoryData<string> TooEarlyOrLate => ["drafting", "unanimous", "approved", "declined", "closed as declined", "signing", "executed", "withdrawn"];

    [Theory]
    [MemberData(nameof(TooEarlyOrLate))]
    public void Revise_TooEarlyOrTooLate_IsRefused(string when)
    {
        var refused = Assert.IsType<Decision.Refused>(Reach(when).Revise());

        Assert.Equal(RefusalReason.WrongState, refused.Reason);
    }

    [Theory]
    [InlineData("drafting")]
    [InlineData("in approval")]
    [InlineData("unanimous")]
    [InlineData("approved")]
    [InlineData("signing")]
    public void Withdraw_BeforeTheLastSignature_IsAccepted(string when)
    {
        var agreement = Reach(when);

        Assert.IsType<Decision.Accepted>(agreement.Withdraw());
        Assert.Equal(AgreementStatus.Withdrawn, agreement.State.Status);
        Assert.IsType<Decision.NothingToDo>(agreement.Withdraw("Again."));
    }

    [Theory]
    [InlineData("signed by all")]
    [InlineData("executed")]
    [InlineData("archived")]
    [InlineData("closed as declined")]
    [InlineData("expired")]
    public void Withdraw_TooLate_IsRefused(string when) =>
        Assert.Equal(RefusalReason.WrongState, Assert.IsType<Decision.Refused>(Reach(when).Withdraw()).Reason);

    [Fact]
    public void Withdraw_ReasonMissingOrTooLong_IsRefused()
    {
        var agreement = ScriptedAgreement.InApproval();

        Assert.Equal(RefusalReason.Invalid, Assert.IsType<Decision.Refused>(agreement.Withdraw(" \n")).Reason);
        Assert.Equal(RefusalReason.Invalid, Assert.IsType<Decision.Refused>(agreement.Withdraw(new string('x', 10_001))).Reason);
        Assert.IsType<Decision.Accepted>(agreement.Withdraw(new string('x', 10_000)));
    }

    [Fact]
    public void RecordDraft_SecondLateOrForeignOutcome_IsNothingToDo()
    {
        var agreement = ScriptedAgreement.Begin();
        Assert.IsType<Decision.Accepted>(agreement.Draft());

        Assert.IsType<Decision.NothingToDo>(agreement.Draft());
        Assert.IsType<Decision.NothingToDo>(AgreementRules.RecordDraft(agreement.State, new DraftingFailed(1, "Late.")));
        Assert.IsType<Decision.NothingToDo>(AgreementRules.RecordDraft(agreement.State, new DraftingFailed(2, "Early.")));
        Assert.Throws<ArgumentException>(() => AgreementRules.RecordDraft(agreement.State, new AgreementWithdrawn("No.")));
    }

    [Fact]
    public void RecordDraft_AfterWithdrawal_IsNothingToDo()
    {
        var agreement = ScriptedAgreement.Begin();
        agreement.Withdraw();

        Assert.IsType<Decision.NothingToDo>(agreement.Draft());
    }

    private static ScriptedAgreement Reach(string when)
    {
        var agreement = when switch
        {
            "drafting" => ScriptedAgreement.Begin(),
            "signing" or "signed by all" => ScriptedAgreement.InSigning(),
            "executed" or "archived" => ScriptedAgreement.Executed(),
            _ => ScriptedAgreement.InApproval(),
        };
        switch (when)
        {
            case "unanimous":
                agreement.Round.Approvers.ForEach(approver => agreement.Decide(approver.Person.Key, ApprovalChoice.Approve));
                break;
            case "approved":
                agreement.ApproveByAll();
                break;
            case "declined":
                agreement.Decide("approver-1-1", ApprovalChoice.Decline);
                break;
            case "closed as declined":
                agreement.Decide("approver-1-1", ApprovalChoice.Decline);
                agreement.Evaluate();
                break;
            case "expired":
                agreement.Now = agreement.Round.Deadline;
                agreement.Evaluate();
                break;
            case "withdrawn":
                agreement.Withdraw();
                break;
            case "signed by all":
                agreement.State.Signing!.Signatories.ForEach(signatory => agreement.Sign(signatory.Person.Key));
                break;
            case "archived":
                agreement.Append(new AgreementArchived(new string('a', 64), "folder"));
                break;
            default:
                break;
        }

        return agreement;
    }
}
