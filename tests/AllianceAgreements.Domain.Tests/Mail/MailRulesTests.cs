using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Domain.Tests.Record;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Mail;

public sealed class MailRulesTests
{
    private const string Approver = "approver-1-1";
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Report_ApprovalRequest_NamesPersonRoundAndNumber()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.RequestByMail();

        agreement.Do(MailRules.Report(agreement.State, Request(agreement, "e1", MailOutcome.Bounced, "5.1.1")));

        Assert.Equal(
            new MailReported("e1", MailCategories.ApprovalRequest, MailOutcome.Bounced, At, 1, Approver, 0, MailReason.Address, "5.1.1"),
            agreement.Entries[^1].Event);
    }

    [Fact]
    public void Report_ToldBeforeTheMailIsRecordedAsSent_IsKnownAllTheSame()
    {
        var agreement = ScriptedAgreement.InApproval();

        var reported = Assert.Single(Events(MailRules.Report(agreement.State, Request(agreement, "e1", MailOutcome.Delivered))));

        Assert.Equal((Approver, 0), (reported.Person, reported.Number));
    }

    [Fact]
    public void Report_EveryMailOfALife_IsTheRightPersons()
    {
        var agreement = ScriptedAgreement.Executed();
        var signatory = agreement.State.Signing!.Signatories[1].Person;
        agreement.Append(new SignatureRequested(signatory.Key));
        agreement.Append(new AgreementArchived(new string('b', 64), "folder"));
        var id = agreement.Id;
        (string Key, string Category, int? Revision, string? Person, int? Number)[] expected =
        [
            (MailKeys.Approval(id, 2, "approver-2-1", 1), MailCategories.ApprovalReminder, 2, "approver-2-1", 1),
            (MailKeys.Signature(id, 2, signatory.Key, 0), MailCategories.SignatureRequest, 2, signatory.Key, 0),
            (MailKeys.Conclusion(id, signatory.Email.ToUpperInvariant()), "agreement-archived", 2, signatory.Key, null),
        ];

        foreach (var (key, category, revision, person, number) in expected)
        {
            var reported = Assert.Single(Events(MailRules.Report(agreement.State, Report(agreement, key, key, MailOutcome.Delivered))));
            Assert.Equal((category, revision, person, number), (reported.Category, reported.Revision, reported.Person, reported.Number));
        }
    }

    [Fact]
    public void Report_MailThatTheStateDoesNotImply_IsKnownByItsCategory()
    {
        var agreement = ScriptedAgreement.InApproval();

        var reported = Assert.Single(Events(MailRules.Report(
            agreement.State, Report(agreement, MailKeys.DeliveryAlert(agreement.Id, "e0"), "e1", MailOutcome.Delivered) with { Category = MailCategories.DeliveryAlert })));

        Assert.Equal(new MailReported("e1", MailCategories.DeliveryAlert, MailOutcome.Delivered, At, null, null, null, null, null), reported);
    }

    [Fact]
    public void Report_HeardBefore_IsNothingToDo()
    {
        var agreement = ScriptedAgreement.InApproval();
        var report = Request(agreement, "e1", MailOutcome.Delivered);

        Assert.Single(Events(MailRules.Report(agreement.State, report, report)));
        agreement.Do(MailRules.Report(agreement.State, report));

        Assert.Equal(Decision.Nothing, MailRules.Report(agreement.State, report));
        Assert.Equal(Decision.Nothing, MailRules.Report(agreement.State, report with { Outcome = MailOutcome.Bounced }));
    }

    [Fact]
    public void Report_PutOffAgainAndAgain_IsRecordedOnce()
    {
        var agreement = ScriptedAgreement.InApproval();
        var deferrals = Enumerable.Range(0, 40).Select(n => Request(agreement, $"e{n}", MailOutcome.Deferred, "4.2.2")).ToList();

        Assert.Single(Events(MailRules.Report(agreement.State, deferrals)));
        agreement.Do(MailRules.Report(agreement.State, deferrals[0]));
        Assert.Equal(Decision.Nothing, MailRules.Report(agreement.State, deferrals[1]));
        Assert.Single(Events(MailRules.Report(agreement.State, Request(agreement, "late", MailOutcome.Delivered))));
    }

    [Fact]
    public void Report_OtherAgreement_Throws()
    {
        var agreement = ScriptedAgreement.InApproval();

        Assert.Throws<ArgumentException>(() => MailRules.Report(
            agreement.State, Request(agreement, "e1", MailOutcome.Delivered) with { Agreement = AgreementId.New() }));
    }

    [Theory]
    [InlineData(MailOutcome.Bounced)]
    [InlineData(MailOutcome.Blocked)]
    [InlineData(MailOutcome.Dropped)]
    [InlineData(MailOutcome.Refused)]
    public void WaitingOn_NewestMailFailed_SaysSoUntilOneArrives(MailOutcome failure)
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.RequestByMail();
        agreement.Do(MailRules.Report(agreement.State, Request(agreement, "e1", failure)));

        Assert.Equal(failure, UndeliveredTo(agreement, Approver));
        Assert.Equal(1, AgreementSummaries.WaitingOn(agreement.State).Count(waiting => waiting.Undelivered is not null));

        var reminder = MailKeys.Approval(agreement.Id, 1, Approver, 1);
        agreement.Do(MailRules.Report(agreement.State, Report(agreement, reminder, "e2", MailOutcome.Deferred)));
        Assert.Equal(failure, UndeliveredTo(agreement, Approver));
        agreement.Do(MailRules.Report(agreement.State, Report(agreement, reminder, "e3", MailOutcome.Delivered)));
        Assert.Null(UndeliveredTo(agreement, Approver));
    }

    [Fact]
    public void WaitingOn_ToldOutOfOrder_AFailureStands()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.Do(MailRules.Report(
            agreement.State,
            Request(agreement, "e1", MailOutcome.Bounced), Request(agreement, "e2", MailOutcome.Delivered), Request(agreement, "e3", MailOutcome.Deferred)));

        Assert.Equal(MailOutcome.Bounced, UndeliveredTo(agreement, Approver));
    }

    [Fact]
    public void WaitingOn_RefusedMailTakenAfterAll_IsForgotten()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.Do(MailRules.Report(agreement.State, Request(agreement, "e1", MailOutcome.Refused, "550")));
        Assert.Equal(MailOutcome.Refused, UndeliveredTo(agreement, Approver));

        agreement.RequestByMail();

        Assert.Null(UndeliveredTo(agreement, Approver));
    }

    [Fact]
    public void WaitingOn_LegalTeam_SinceIsNotMovedByWhatMailsBecame()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.Decide(Approver, ApprovalChoice.RequestChanges);
        agreement.Evaluate();
        var since = Assert.Single(AgreementSummaries.WaitingOn(agreement.State)).Since;

        agreement.Do(MailRules.Report(agreement.State, Request(agreement, "e1", MailOutcome.Delivered)));

        Assert.Equal(since, Assert.Single(AgreementSummaries.WaitingOn(agreement.State)).Since);
    }

    [Fact]
    public void Report_NeverMovesWhatIsDue()
    {
        var agreement = ScriptedAgreement.InApproval();
        agreement.RequestByMail();
        var due = agreement.State.Summarise().NextDue;

        agreement.Do(MailRules.Report(agreement.State, Request(agreement, "e1", MailOutcome.Bounced)));

        Assert.Equal(due, agreement.State.Summarise().NextDue);
    }

    [Fact]
    public void Report_AnyReports_InWhateverPostsAndHoweverOftenRepeated_MakeTheSameEntries() => Gen.Select(
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3], Gen.Enum<MailOutcome>(), Gen.Int[0, 12]).Array[0, 30], Gen.Int[1, 5], Gen.Int[1, 3]).Sample((told, size, times) =>
    {
        var once = ScriptedAgreement.InApproval();
        List<MailReport> reports = [.. told.Select(report => Report(
            once, MailKeys.Approval(once.Id, 1, $"approver-{report.Item1}-1", report.Item2), $"e{report.Item4}", report.Item3))];
        once.Do(MailRules.Report(once.State, reports));

        var inPosts = ScriptedAgreement.InApproval();
        foreach (var post in reports.Chunk(size).SelectMany(post => Enumerable.Repeat(post, times)))
        {
            inPosts.Do(MailRules.Report(inPosts.State, post));
        }

        Assert.Equal(once.Entries.Select(entry => entry.Event).OfType<MailReported>(), inPosts.Entries.Select(entry => entry.Event).OfType<MailReported>());
        Assert.Equal(
            AgreementSummaries.WaitingOn(once.State).Select(waiting => waiting.Undelivered), AgreementSummaries.WaitingOn(inPosts.State).Select(waiting => waiting.Undelivered));
        var ids = inPosts.Entries.Select(entry => entry.Event).OfType<MailReported>().Select(reported => reported.EventId).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }, iter: 300);

    private static MailReport Request(ScriptedAgreement agreement, string eventId, MailOutcome outcome, string? status = null) =>
        Report(agreement, MailKeys.Approval(agreement.Id, 1, Approver, 0), eventId, outcome) with { Status = status, Reason = SmtpStatus.ReasonOf(status) };

    private static MailReport Report(ScriptedAgreement agreement, string key, string eventId, MailOutcome outcome) =>
        new(agreement.Id, MailKeys.HashOf(key), "told-by-the-service", eventId, outcome, At, null, null);

    private static List<MailReported> Events(Decision decision) =>
        [.. Assert.IsType<Decision.Accepted>(decision).Events.Cast<MailReported>()];

    private static MailOutcome? UndeliveredTo(ScriptedAgreement agreement, string key) =>
        AgreementSummaries.WaitingOn(agreement.State).Single(waiting => waiting.Person == agreement.Round.Find(key)!.Person.Name).Undelivered;
}
