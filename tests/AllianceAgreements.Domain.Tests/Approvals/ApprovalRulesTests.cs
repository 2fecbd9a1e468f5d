using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Approvals;

public sealed class ApprovalRulesTests
{
    [Fact]
    public void Open_Drafted_AsksEveryApproverOfEveryPartyOnTheDraft()
    {
        var agreement = ScriptedAgreement.Begin();
        agreement.Draft();

        agreement.OpenRound();

        Assert.Equal(agreement.State.Latest.Draft!.Sha256, agreement.Round.DocumentSha256);
        Assert.Equal(
            agreement.Terms.Request.Parties.SelectMany(party => party.Approvers.Select(approver => (party.ShortName, approver.Email))),
            agreement.Round.Approvers.Select(approver => (approver.Person.Party, approver.Person.Email)));
        Assert.Equal(agreement.Round.Approvers.Count, agreement.Round.Approvers.Select(approver => approver.Person.Key).Distinct().Count());
        Assert.Equal(TimeSpan.FromDays(3), agreement.Round.ReminderEvery);
    }

    [Fact]
    public void Open_AgainUndraftedOrSuperseded_IsNothingToDo()
    {
        var undrafted = ScriptedAgreement.Begin();
        var opened = ScriptedAgreement.InApproval();
        var superseded = ScriptedAgreement.InApproval();
        superseded.Revise();

        Assert.IsType<Decision.NothingToDo>(undrafted.OpenRound());
        Assert.IsType<Decision.NothingToDo>(opened.OpenRound());
        Assert.IsType<Decision.NothingToDo>(ApprovalRules.Open(superseded.State, 1, superseded.Terms, superseded.Now));
        Assert.IsType<Decision.NothingToDo>(ApprovalRules.Open(superseded.State, 3, superseded.Terms, superseded.Now));
    }

    [Theory]
    [InlineData(ApprovalChoice.Approve, typeof(ApprovalGiven))]
    [InlineData(ApprovalChoice.RequestChanges, typeof(ChangesRequested))]
    [InlineData(ApprovalChoice.Decline, typeof(ApprovalDeclined))]
    public void Decide_FirstTime_IsRecordedAndReplayedIsNothingToDo(ApprovalChoice choice, Type @event)
    {
        var agreement = ScriptedAgreement.InApproval();

        var accepted = Assert.IsType<Decision.Accepted>(agreement.Decide("approver-1-1", choice));

        Assert.IsType(@event, Assert.Single(accepted.Events));
        Assert.Equal(choice, agreement.Round.Find("approver-1-1")!.Choice);
        Assert.IsType<Decision.NothingToDo>(agreement.Decide("approver-1-1", choice));
        agreement.Evaluate();
        agreement.Now = agreement.Round.Deadline.AddDays(1);
        Assert.IsType<Decision.NothingToDo>(agreement.Decide("approver-1-1", choice));
    }

    [Theory]
    [InlineData(ApprovalChoice.Approve, ApprovalChoice.Decline)]
    [InlineData(ApprovalChoice.Decline, ApprovalChoice.Approve)]
    [InlineData(ApprovalChoice.RequestChanges, ApprovalChoice.Approve)]
    public void Decide_Otherwise_IsRefused(ApprovalChoice first, ApprovalChoice second)
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.Decide("approver-1-1", first);

        AssertRefused(RefusalReason.WrongState, agreement.Decide("approver-1-1", second));
        Assert.Equal(first, agreement.Round.Find("approver-1-1")!.Choice);
    }

    [Fact]
    public void Decide_UnknownRoundOrPerson_IsNotFound()
    {
        var agreement = ScriptedAgreement.InApproval();

        AssertRefused(RefusalReason.NotFound, agreement.Decide("approver-9-9", ApprovalChoice.Approve));
        AssertRefused(RefusalReason.NotFound, agreement.Do(ApprovalRules.Decide(
            agreement.State, agreement.Decision("approver-1-1", ApprovalChoice.Approve) with { Revision = 2 }, agreement.Now)));
    }

    [Fact]
    public void Decide_RoundClosedSupersededOrWithdrawn_IsRefused()
    {
        var closed = ScriptedAgreement.InApproval();
        closed.Decide("approver-1-1", ApprovalChoice.RequestChanges);
        closed.Evaluate();
        var superseded = ScriptedAgreement.InApproval();
        superseded.Revise();
        var withdrawn = ScriptedAgreement.InApproval();
        withdrawn.Withdraw();

        AssertRefused(RefusalReason.WrongState, closed.Decide("approver-2-1", ApprovalChoice.Approve));
        AssertRefused(RefusalReason.WrongState, superseded.Do(ApprovalRules.Decide(
            superseded.State, superseded.Decision("approver-2-1", ApprovalChoice.Approve, 1), superseded.Now)));
        AssertRefused(RefusalReason.WrongState, withdrawn.Decide("approver-2-1", ApprovalChoice.Approve));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Decide_AtTheDeadline_IsTooLate(int ticks, bool accepted)
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.Now = agreement.Round.Deadline.AddTicks(ticks);

        Assert.Equal(accepted, agreement.Decide("approver-1-1", ApprovalChoice.Approve) is Decision.Accepted);
    }

    [Fact]
    public void Decide_OnAnotherDocument_IsRefused()
    {
        var agreement = ScriptedAgreement.InApproval();

        var decision = agreement.Decision("approver-1-1", ApprovalChoice.Approve) with { DocumentSha256 = new string('b', 64) };

        AssertRefused(RefusalReason.WrongState, agreement.Do(ApprovalRules.Decide(agreement.State, decision, agreement.Now)));
    }

    [Theory]
    [InlineData("", null, ApprovalChoice.Approve)]
    [InlineData(" Z ", null, ApprovalChoice.Approve)]
    [InlineData("Zo\u0007", null, ApprovalChoice.Approve)]
    [InlineData("Zoë", null, ApprovalChoice.RequestChanges)]
    [InlineData("Zoë", "  ", ApprovalChoice.Decline)]
    public void Decide_NameOrCommentMissing_IsInvalid(string name, string? comment, ApprovalChoice choice)
    {
        var agreement = ScriptedAgreement.InApproval();

        var decision = agreement.Decision("approver-1-1", choice) with { TypedName = name, Comment = comment };

        AssertRefused(RefusalReason.Invalid, agreement.Do(ApprovalRules.Decide(agreement.State, decision, agreement.Now)));
    }

    [Fact]
    public void Decide_NameOrCommentAtTheirLimits_IsTakenAndBeyondIsInvalid()
    {
        var agreement = ScriptedAgreement.InApproval();
        var decision = agreement.Decision("approver-1-1", ApprovalChoice.Approve) with { TypedName = new string('x', 200), Comment = new string('y', 10_000) };

        AssertRefused(RefusalReason.Invalid, ApprovalRules.Decide(agreement.State, decision with { TypedName = new string('x', 201) }, agreement.Now));
        AssertRefused(RefusalReason.Invalid, ApprovalRules.Decide(agreement.State, decision with { Comment = new string('y', 10_001) }, agreement.Now));
        Assert.IsType<Decision.Accepted>(ApprovalRules.Decide(agreement.State, decision, agreement.Now));
    }

    [Fact]
    public void Evaluate_Opened_MailsEveryoneAtOnce()
    {
        var agreement = ScriptedAgreement.InApproval();

        var open = Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate());

        Assert.Equal(agreement.Round.Approvers.Select(approver => approver.Person.Key), open.MailDue);
    }

    [Fact]
    public void Evaluate_Requested_MailsNobodyUntilTheReminder()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.RequestByMail();
        var first = agreement.Round.Approvers[0].RequestedAt!.Value;

        var open = Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate());
        Assert.Empty(open.MailDue);
        Assert.Equal(first.AddDays(3), open.NextDue);

        agreement.Now = first.AddDays(3).AddTicks(-1);
        Assert.Empty(Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate()).MailDue);
        agreement.Now = first.AddDays(3);
        Assert.Equal(["approver-1-1"], Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate()).MailDue);
    }

    [Fact]
    public void Evaluate_AfterLongDowntime_RemindsEachOnceOnly()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.RequestByMail();
        agreement.Now = agreement.Round.OpenedAt.AddDays(10);

        agreement.RequestByMail();

        Assert.All(agreement.Round.Approvers, approver => Assert.Equal(1, approver.Reminders));
        Assert.Empty(Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate()).MailDue);
    }

    [Fact]
    public void Evaluate_Decided_RemindsTheOthersOnly()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.RequestByMail();
        agreement.Decide("approver-1-1", ApprovalChoice.Approve);
        agreement.Now = agreement.Round.OpenedAt.AddDays(4);

        Assert.DoesNotContain("approver-1-1", Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate()).MailDue);
    }

    [Fact]
    public void Evaluate_ReminderAfterTheDeadline_LooksAgainAtTheDeadline()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.Now = agreement.Round.Deadline.AddDays(-1);
        agreement.RequestByMail();

        Assert.Equal(agreement.Round.Deadline, Assert.IsType<ApprovalEvaluation.Open>(agreement.Evaluate()).NextDue);
    }

    [Theory]
    [InlineData("", ApprovalOutcome.Expired, AgreementStatus.Expired)]
    [InlineData("all", ApprovalOutcome.Approved, AgreementStatus.InApproval)]
    [InlineData("changes", ApprovalOutcome.ChangesRequested, AgreementStatus.ChangesRequested)]
    [InlineData("decline", ApprovalOutcome.Declined, AgreementStatus.Declined)]
    [InlineData("changes decline", ApprovalOutcome.ChangesRequested, AgreementStatus.ChangesRequested)]
    [InlineData("decline changes", ApprovalOutcome.Declined, AgreementStatus.Declined)]
    [InlineData("revise", ApprovalOutcome.Superseded, AgreementStatus.Drafting)]
    [InlineData("withdraw", ApprovalOutcome.Withdrawn, AgreementStatus.Withdrawn)]
    public void Evaluate_OutcomeFixed_ClosesTheRoundOnceEvenAfterTheDeadline(string what, ApprovalOutcome outcome, AgreementStatus status)
    {
        var agreement = ScriptedAgreement.InApproval();
        foreach (var step in what.Split(' '))
        {
            _ = step switch
            {
                "all" => agreement.Round.Approvers.Select(approver => agreement.Decide(approver.Person.Key, ApprovalChoice.Approve)).ToList()[^1],
                "changes" => agreement.Decide("approver-1-1", ApprovalChoice.RequestChanges),
                "decline" => agreement.Decide("approver-2-1", ApprovalChoice.Decline),
                "revise" => agreement.Revise(),
                "withdraw" => agreement.Withdraw(),
                _ => Decision.Nothing,
            };
        }

        var late = ScriptedAgreement.Start.AddDays(30);
        var closed = Assert.IsType<ApprovalEvaluation.Closed>(ApprovalRules.Evaluate(agreement.State, 1, late));

        Assert.Equal(outcome, closed.Outcome);
        agreement.Append(Assert.Single(closed.Events));
        Assert.Equal(status, agreement.State.Status);
        var again = Assert.IsType<ApprovalEvaluation.Closed>(ApprovalRules.Evaluate(agreement.State, 1, late));
        Assert.Equal(outcome, again.Outcome);
        Assert.Empty(again.Events);
    }

    [Fact]
    public void Evaluate_RevisionWithoutARound_IsClosed()
    {
        var withdrawn = ScriptedAgreement.Begin();
        withdrawn.Withdraw();
        var superseded = ScriptedAgreement.Begin();

        Assert.Equal(ApprovalOutcome.Withdrawn, Assert.IsType<ApprovalEvaluation.Closed>(withdrawn.Evaluate()).Outcome);
        Assert.Equal(ApprovalOutcome.Superseded, Assert.IsType<ApprovalEvaluation.Closed>(superseded.Evaluate()).Outcome);
    }

    private static void AssertRefused(RefusalReason reason, Decision decision) =>
        Assert.Equal(reason, Assert.IsType<Decision.Refused>(decision).Reason);
}
