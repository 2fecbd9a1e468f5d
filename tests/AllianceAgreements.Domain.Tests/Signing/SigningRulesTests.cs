using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Domain.Tests.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Signing;

public sealed class SigningRulesTests
{
    [Fact]
    public void Open_Approved_AsksEveryPartyWithTheLeadLast()
    {
        var agreement = ScriptedAgreement.InSigning(SigningOrder.Sequential);

        var signing = agreement.State.Signing!;
        Assert.Equal(agreement.Round.DocumentSha256, signing.DocumentSha256);
        Assert.Equal(agreement.Terms.Lead.ShortName, signing.Signatories[^1].Person.Party);
        Assert.Equal(
            agreement.Terms.Request.Parties.Select(party => party.Signatory.Email).Order(),
            signing.Signatories.Select(signatory => signatory.Person.Email).Order());
    }

    [Fact]
    public void Open_NotApprovedOrAgain_IsNothingToDo()
    {
        Assert.IsType<Decision.NothingToDo>(ScriptedAgreement.InApproval().OpenSigning());
        Assert.IsType<Decision.NothingToDo>(ScriptedAgreement.InSigning().OpenSigning());
        var withdrawn = ScriptedAgreement.InApproval();
        withdrawn.ApproveByAll();
        withdrawn.Withdraw();
        Assert.IsType<Decision.NothingToDo>(withdrawn.OpenSigning());
    }

    [Fact]
    public void Sign_InParallel_TakesAnyOrderAndEachOnce()
    {
        var agreement = ScriptedAgreement.InSigning();
        foreach (var signatory in agreement.State.Signing!.Signatories.Reverse())
        {
            Assert.Null(agreement.State.Signing!.CopyFor(signatory.Person.Key));
            Assert.IsType<Decision.Accepted>(agreement.Sign(signatory.Person.Key));
            Assert.IsType<Decision.NothingToDo>(agreement.Sign(signatory.Person.Key));
        }

        Assert.True(agreement.State.Signing!.IsComplete);
    }

    [Fact]
    public void Sign_InSequence_TakesTurnsAndHandsTheCopyOn()
    {
        var agreement = ScriptedAgreement.InSigning(SigningOrder.Sequential);
        var keys = agreement.State.Signing!.Signatories.ConvertAll(signatory => signatory.Person.Key);

        AssertRefused(RefusalReason.WrongState, agreement.Sign(keys[1]));
        Assert.Null(agreement.State.Signing.CopyFor(keys[0]));
        Assert.IsType<Decision.Accepted>(agreement.Sign(keys[0]));

        Assert.Equal(agreement.State.Signing.Signatories[0].Copy, agreement.State.Signing.CopyFor(keys[1]));
        Assert.IsType<Decision.Accepted>(agreement.Sign(keys[1]));
    }

    [Fact]
    public void Sign_FileReturnedUnsigned_IsInvalid()
    {
        var agreement = ScriptedAgreement.InSigning(SigningOrder.Sequential);
        var keys = agreement.State.Signing!.Signatories.ConvertAll(signatory => signatory.Person.Key);
        var draft = agreement.State.Latest.Draft! with { Kind = DocumentKind.SignedCopy };

        AssertRefused(RefusalReason.Invalid, SigningRules.Sign(agreement.State, keys[0], draft, "Zoë", null, agreement.Now));
        agreement.Sign(keys[0]);
        var copy = agreement.State.Signing.Find(keys[0])!.Copy!;
        AssertRefused(RefusalReason.Invalid, SigningRules.Sign(agreement.State, keys[1], copy, "Zoë", null, agreement.Now));
    }

    [Fact]
    public void Sign_StrangerNameOrState_IsRefused()
    {
        var agreement = ScriptedAgreement.InSigning();
        var copy = agreement.SignedCopy("signatory-1");

        AssertRefused(RefusalReason.NotFound, SigningRules.Sign(agreement.State, "signatory-9", copy, "Zoë", null, agreement.Now));
        AssertRefused(RefusalReason.NotFound, ScriptedAgreement.InApproval().Sign("signatory-1"));
        AssertRefused(RefusalReason.Invalid, SigningRules.Sign(agreement.State, "signatory-1", copy, "Z", null, agreement.Now));
        agreement.Withdraw();
        AssertRefused(RefusalReason.WrongState, agreement.Sign("signatory-1"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void Sign_AtTheDeadline_IsTooLate(int ticks, bool accepted)
    {
        var agreement = ScriptedAgreement.InSigning();
        agreement.Now = agreement.State.Signing!.Deadline.AddTicks(ticks);

        Assert.Equal(accepted, agreement.Sign("signatory-1") is Decision.Accepted);
    }

    [Theory]
    [InlineData(SigningOrder.Parallel)]
    [InlineData(SigningOrder.Sequential)]
    public void Evaluate_Opened_MailsThoseWhoseTurnItIs(SigningOrder order)
    {
        var agreement = ScriptedAgreement.InSigning(order);

        var open = Assert.IsType<SigningEvaluation.Open>(agreement.EvaluateSigning());

        Assert.Equal(order == SigningOrder.Sequential ? 1 : agreement.State.Signing!.Signatories.Count, open.MailDue.Count);
    }

    [Fact]
    public void Evaluate_AfterLongDowntime_RemindsOnce()
    {
        var agreement = ScriptedAgreement.InSigning(SigningOrder.Sequential);
        var key = agreement.State.Signing!.Signatories[0].Person.Key;
        agreement.Append(new SignatureRequested(key));
        agreement.Now = agreement.Now.AddDays(20);

        Assert.Equal([key], Assert.IsType<SigningEvaluation.Open>(agreement.EvaluateSigning()).MailDue);
        agreement.Append(new SignatureReminderSent(key, 1));
        var open = Assert.IsType<SigningEvaluation.Open>(agreement.EvaluateSigning());
        Assert.Empty(open.MailDue);
        Assert.Equal(agreement.Now.AddDays(5), open.NextDue);
    }

    [Fact]
    public void Evaluate_Complete_ExecutesEvenAfterTheDeadline()
    {
        var agreement = ScriptedAgreement.InSigning();
        agreement.State.Signing!.Signatories.ForEach(signatory => agreement.Sign(signatory.Person.Key));
        agreement.Now = agreement.State.Signing.Deadline.AddDays(1);

        var closed = Assert.IsType<SigningEvaluation.Closed>(agreement.EvaluateSigning());

        Assert.True(closed.Executed);
        Assert.Equal(new AgreementExecuted(1, agreement.Round.DocumentSha256), Assert.Single(closed.Events));
        Assert.Equal(AgreementStatus.Executed, agreement.State.Status);
        Assert.Empty(Assert.IsType<SigningEvaluation.Closed>(agreement.EvaluateSigning()).Events);
    }

    [Fact]
    public void Evaluate_DeadlinePassedOrWithdrawn_IsClosedUnexecuted()
    {
        var late = ScriptedAgreement.InSigning();
        late.Sign("signatory-1");
        late.Now = late.State.Signing!.Deadline;
        var withdrawn = ScriptedAgreement.InSigning();
        withdrawn.Withdraw();

        Assert.False(Assert.IsType<SigningEvaluation.Closed>(late.EvaluateSigning()).Executed);
        Assert.Equal(AgreementStatus.Expired, late.State.Status);
        var closed = Assert.IsType<SigningEvaluation.Closed>(withdrawn.EvaluateSigning());
        Assert.False(closed.Executed);
        Assert.Empty(closed.Events);
    }

    private static void AssertRefused(RefusalReason reason, Decision decision) =>
        Assert.Equal(reason, Assert.IsType<Decision.Refused>(decision).Reason);
}
