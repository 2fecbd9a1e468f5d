using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using Xunit;
using static AllianceAgreements.Domain.Tests.Approvals.RoutedRounds;

namespace AllianceAgreements.Domain.Tests.Approvals;

public sealed class RoutedApprovalTests
{
    [Fact]
    public void Evaluate_Stages_AskOneAfterTheOther()
    {
        var agreement = Begin(
            3, 1, PartyVote.EveryApprover, Stage("First", Group("B", DecisionRuleKind.Unanimous)), Stage("Second", Group("AC", DecisionRuleKind.Unanimous)));

        Assert.Equal(["approver-2-1"], agreement.MailDue());
        Refused("Others decide before you", agreement.Decide("approver-1-1", ApprovalChoice.Approve));
        agreement.Decide("approver-2-1", ApprovalChoice.Approve);
        Assert.Equal(["approver-1-1", "approver-3-1"], agreement.MailDue());
        agreement.Decide("approver-3-1", ApprovalChoice.Approve);
        agreement.Decide("approver-1-1", ApprovalChoice.Approve);

        Assert.Equal(ApprovalOutcome.Approved, Assert.IsType<ApprovalEvaluation.Closed>(agreement.Evaluate()).Outcome);
    }

    [Fact]
    public void Evaluate_PartyOfTwoStages_DecidesOnce()
    {
        var agreement = Begin(
            2, 1, PartyVote.EveryApprover, Stage("First", Group("A", DecisionRuleKind.Unanimous)), Stage("Second", Group("AB", DecisionRuleKind.Unanimous)));

        agreement.Decide("approver-1-1", ApprovalChoice.Approve);

        Assert.Equal(["approver-2-1"], agreement.MailDue());
        agreement.Decide("approver-2-1", ApprovalChoice.Approve);
        Assert.Equal(ApprovalOutcome.Approved, Assert.IsType<ApprovalEvaluation.Closed>(agreement.Evaluate()).Outcome);
    }

    [Fact]
    public void Evaluate_GroupsOfAStage_DecideAtTheSameTimeAndAllCount()
    {
        var agreement = Begin(
            4, 1, PartyVote.EveryApprover, Stage("Both", Group("AB", DecisionRuleKind.Threshold, count: 1), Group("CD", DecisionRuleKind.Unanimous)));

        Assert.Equal(4, agreement.MailDue().Count);
        agreement.Decide("approver-1-1", ApprovalChoice.Approve);
        Assert.Equal(["approver-3-1", "approver-4-1"], agreement.MailDue());
        agreement.Decide("approver-3-1", ApprovalChoice.Approve);
        Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate());
        agreement.Decide("approver-4-1", ApprovalChoice.Approve);
        Assert.Equal(ApprovalOutcome.Approved, Assert.IsType<ApprovalEvaluation.Closed>(agreement.Evaluate()).Outcome);
    }

    [Fact]
    public void Evaluate_Majority_IsApprovedOverOneWhoDeclines()
    {
        var agreement = Begin(3, 1, PartyVote.EveryApprover, Stage("All", Group("ABC", DecisionRuleKind.Majority)));

        agreement.Decide("approver-1-1", ApprovalChoice.Decline);
        Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate());
        agreement.Decide("approver-2-1", ApprovalChoice.Approve);
        agreement.Decide("approver-3-1", ApprovalChoice.Approve);

        Assert.Equal(ApprovalOutcome.Approved, Assert.IsType<ApprovalEvaluation.Closed>(agreement.Evaluate()).Outcome);
    }

    [Theory]
    [InlineData(ApprovalChoice.Decline, ApprovalChoice.Decline, ApprovalOutcome.Declined)]
    [InlineData(ApprovalChoice.Decline, ApprovalChoice.RequestChanges, ApprovalOutcome.ChangesRequested)]
    [InlineData(ApprovalChoice.RequestChanges, ApprovalChoice.Decline, ApprovalOutcome.ChangesRequested)]
    [InlineData(ApprovalChoice.RequestChanges, ApprovalChoice.RequestChanges, ApprovalOutcome.ChangesRequested)]
    public void Evaluate_MajorityOutOfReach_EndsAtOnce(ApprovalChoice first, ApprovalChoice second, ApprovalOutcome outcome)
    {
        var agreement = Begin(3, 1, PartyVote.EveryApprover, Stage("All", Group("ABC", DecisionRuleKind.Majority)));

        agreement.Decide("approver-3-1", first);
        agreement.Decide("approver-1-1", second);

        Refused("decided on already", agreement.Decide("approver-2-1", ApprovalChoice.Approve));
        Assert.Equal(outcome, Assert.IsType<ApprovalEvaluation.Closed>(agreement.Evaluate()).Outcome);
        Assert.Equal("Article 4 needs a cap.", agreement.State.Reason);
    }

    [Fact]
    public void Evaluate_LeadOrganisation_DecidesAloneAndTheOthersAreHeard()
    {
        var agreement = Begin(3, 1, PartyVote.EveryApprover, Stage("Lead", Group("ABC", DecisionRuleKind.LeadOrganisation, lead: "B")));

        Assert.Equal(3, agreement.MailDue().Count);
        agreement.RequestByMail();
        Assert.IsType<Decision.Accepted>(agreement.Decide("approver-1-1", ApprovalChoice.Decline));
        Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate());
        agreement.Now = agreement.Now.AddDays(3);
        Assert.Equal(["approver-2-1"], agreement.MailDue());
        agreement.Decide("approver-2-1", ApprovalChoice.Approve);

        Assert.Equal(ApprovalOutcome.Approved, Assert.IsType<ApprovalEvaluation.Closed>(agreement.Evaluate()).Outcome);
    }

    [Fact]
    public void Decide_AnyApprover_TheFirstDecidesForTheParty()
    {
        var agreement = Begin(2, 2, PartyVote.AnyApprover, Stage("All", Group("AB", DecisionRuleKind.Unanimous)));

        Assert.Equal(4, agreement.MailDue().Count);
        agreement.Decide("approver-1-2", ApprovalChoice.Approve);

        Refused("Somebody else has decided for A", agreement.Decide("approver-1-1", ApprovalChoice.Decline));
        Assert.Equal(["approver-2-1", "approver-2-2"], agreement.MailDue());
        Assert.Equal(["B", "B"], AgreementSummaries.WaitingOn(agreement.State).Select(waiting => waiting.Party!));
        agreement.Decide("approver-2-1", ApprovalChoice.Approve);
        Assert.Equal(ApprovalOutcome.Approved, Assert.IsType<ApprovalEvaluation.Closed>(agreement.Evaluate()).Outcome);
    }

    [Fact]
    public void Decide_EveryApprover_AllOfAPartyApproveAndOneIsEnoughToDecline()
    {
        var approving = Begin(2, 2, PartyVote.EveryApprover, Stage("All", Group("AB", DecisionRuleKind.Threshold, count: 1)));
        approving.Decide("approver-1-1", ApprovalChoice.Approve);
        Assert.IsType<ApprovalEvaluation.Open>(approving.Evaluate());
        approving.Decide("approver-1-2", ApprovalChoice.Approve);
        var declining = Begin(2, 2, PartyVote.EveryApprover, Stage("All", Group("AB", DecisionRuleKind.Unanimous)));
        declining.Decide("approver-1-1", ApprovalChoice.Approve);
        declining.Decide("approver-1-2", ApprovalChoice.Decline);

        Assert.Equal(ApprovalOutcome.Approved, Assert.IsType<ApprovalEvaluation.Closed>(approving.Evaluate()).Outcome);
        Assert.Equal(ApprovalOutcome.Declined, Assert.IsType<ApprovalEvaluation.Closed>(declining.Evaluate()).Outcome);
    }

    [Fact]
    public void Open_RouteOfTheTerms_IsFixedInTheRecord()
    {
        var agreement = Begin(2, 1, PartyVote.AnyApprover, Stage("All", Group("AB", DecisionRuleKind.Majority)));

        var reread = AgreementState.Fold(agreement.Id, agreement.Entries.Select(entry => RecordEntry.Parse(entry.Line)))!.Latest.Round!.Route;

        Assert.Equal(PartyVote.AnyApprover, reread.PartyVote);
        Assert.Equal(["A", "B"], reread.Stages[0].Groups[0].Parties);
        Assert.Equal(DecisionRuleKind.Majority, reread.Stages[0].Groups[0].Rule);
    }

    private static void Refused(string fragment, Decision decision)
    {
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(RefusalReason.WrongState, refused.Reason);
        Assert.Contains(fragment, refused.Message, StringComparison.Ordinal);
    }
}
