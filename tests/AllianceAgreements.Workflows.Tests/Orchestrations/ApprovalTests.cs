using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Workflows.Tests.Orchestrations;

public sealed class ApprovalTests
{
    // Five parties, nine approvers; 21 days to decide, a reminder every 5.
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);

    [Fact]
    public async Task Approval_RoundOpens_EveryApproverIsAskedOnce()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;

        var state = await world.UntilAllAskedAsync(id);

        Assert.Equal(AgreementStatus.InApproval, state.Status);
        var expected = Terms.Request.Parties.SelectMany(party => party.Approvers).Select(approver => approver.Email).Order();
        Assert.Equal(expected, world.Mails.Select(mail => mail.ToAddress).Order());
        Assert.All(world.Mails, mail => Assert.Equal("approval-request", mail.Category));
        Assert.Equal(state.Latest.Draft!.Sha256, state.Latest.Round!.DocumentSha256);
    }

    [Fact]
    public async Task Approval_Declined_EndsAndTellsEveryoneOnceWithTheReason()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var approvers = (await world.UntilAllAskedAsync(id)).Latest.Round!.Approvers;

        await world.DecideAsync(id, approvers[2].Person.Key, ApprovalChoice.Decline, "Our board has voted against it.");
        await world.UntilDoneAsync(id);

        var state = await world.ReadAsync(id);
        Assert.Equal(AgreementStatus.Declined, state.Status);
        var notices = world.Mails.Where(mail => mail.Category == "agreement-declined").ToList();
        Assert.Equal(approvers.Select(approver => approver.Person.Email).Order(), notices.Select(mail => mail.ToAddress).Order());
        Assert.All(notices, mail => Assert.Contains("Our board has voted against it.", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approval_DeadlinePasses_Expires()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        world.Clock.Advance(TimeSpan.FromDays(21));
        await world.UntilDoneAsync(id);

        var state = await world.ReadAsync(id);
        Assert.Equal(AgreementStatus.Expired, state.Status);
        Assert.Equal(ApprovalOutcome.Expired, state.Latest.Round!.Outcome);
        var late = await world.DecideAsync(id, "approver-1-1", ApprovalChoice.Approve);
        Assert.Equal(RefusalReason.WrongState, Assert.IsType<Decision.Refused>(late).Reason);
    }

    [Fact]
    public async Task Approval_ReminderDue_RemindsOnlyTheUndecided()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.DecideAsync(id, "approver-1-1", ApprovalChoice.Approve);

        world.Clock.Advance(TimeSpan.FromDays(5));
        var state = await world.UntilAsync(id, state => state.Latest.Round!.Approvers.Sum(approver => approver.Reminders) == 8);

        Assert.Equal(0, state.Latest.Round!.Find("approver-1-1")!.Reminders);
        Assert.Equal(8, world.Mails.Count(mail => mail.Category == "approval-reminder"));
    }

    [Fact]
    public async Task Approval_RemindersMissedWhileNothingRan_CollapseIntoOne()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        await world.StopHostAsync();
        world.Clock.Advance(TimeSpan.FromDays(18));
        await world.StartHostAsync();
        await world.UntilAsync(id, state => state.Latest.Round!.Approvers.TrueForAll(approver => approver.Reminders == 1));
        world.Clock.Advance(TimeSpan.FromDays(3));
        await world.UntilDoneAsync(id);

        Assert.Equal(9, world.Mails.Count(mail => mail.Category == "approval-reminder"));
    }

    [Fact]
    public async Task Approval_ChangesRequested_RevisionOpensNewRoundAndVoidsApprovals()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.DecideAsync(id, "approver-1-1", ApprovalChoice.Approve);
        await world.DecideAsync(id, "approver-2-1", ApprovalChoice.RequestChanges, "Twelve months, please.");
        await world.UntilStatusAsync(id, AgreementStatus.ChangesRequested);

        var revised = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"A better title\""));
        Assert.IsType<ReviseResult.Done>(await world.ReviseAsync(id, revised));
        var state = await world.UntilAllAskedAsync(id, revision: 2);

        Assert.Equal("A better title", state.Title);
        Assert.Equal(ApprovalOutcome.ChangesRequested, state.FindRevision(1)!.Round!.Outcome);
        Assert.All(state.Latest.Round!.Approvers, approver => Assert.Null(approver.Choice));
        Assert.NotEqual(state.FindRevision(1)!.Draft!.Sha256, state.Latest.Draft!.Sha256);
    }

    [Fact]
    public async Task Approval_RevisedWhileOpen_SupersedesTheRound()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        await world.ReviseAsync(id, SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"Another\"")));
        var state = await world.UntilAllAskedAsync(id, revision: 2);

        Assert.Equal(ApprovalOutcome.Superseded, state.FindRevision(1)!.Round!.Outcome);
        Assert.Equal(AgreementStatus.InApproval, state.Status);
    }

    [Fact]
    public async Task Approval_WakeUpLost_IsFoundAtTheNextDueTime()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var state = await world.UntilAllAskedAsync(id);

        // The decision reaches the record, but nobody is woken: as if the process died between the two.
        var round = state.Latest.Round!;
        var decision = new ApprovalDecision(1, "approver-1-1", ApprovalChoice.Decline, round.DocumentSha256, "Pat Partner", "No.", null);
        await world.Get<AgreementRepository>().ExecuteAsync(
            id, new Actor(ActorKind.Partner, "Pat Partner"), (current, now) => ApprovalRules.Decide(current, decision, now), CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromDays(5));
        await world.UntilDoneAsync(id);

        Assert.Equal(AgreementStatus.Declined, (await world.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task Approval_OneMailFails_OthersAreHeardAndItIsTriedAgain()
    {
        await using var world = await AgreementWorld.StartAsync();
        var unreachable = Terms.Request.Parties[0].Approvers[0].Email;
        world.Bouncing.Add(unreachable);
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAsync(id, state => state.Latest.Round?.Approvers.Count(approver => approver.RequestedAt is not null) == 8);

        world.Bouncing.Clear();
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromHours(1); waited += TimeSpan.FromMinutes(1))
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.NextCommitAsync();
        }

        await world.UntilAllAskedAsync(id);
        Assert.Equal(1, world.Mails.Count(mail => mail.ToAddress == unreachable));
    }

    [Fact]
    public async Task Approval_OneAddressIsRefused_ShowsUntilTheMailIsTakenAndAlertsLegalOnce()
    {
        await using var world = await AgreementWorld.StartAsync();
        var refused = Terms.Request.Parties[0].Approvers[0];
        world.Refused.Add(refused.Email);
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var state = await world.UntilAsync(
            id,
            state => state.Latest.Round?.Approvers.Count(approver => approver.RequestedAt is not null) == 8
                && AgreementSummaries.WaitingOn(state).Any(waiting => waiting.Undelivered == MailOutcome.Refused));
        Assert.Equal(refused.Name, AgreementSummaries.WaitingOn(state).Single(waiting => waiting.Undelivered is not null).Person);

        world.Refused.Clear();
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromHours(1); waited += TimeSpan.FromMinutes(1))
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.NextCommitAsync();
        }

        state = await world.UntilAllAskedAsync(id);
        Assert.DoesNotContain(AgreementSummaries.WaitingOn(state), waiting => waiting.Undelivered is not null);
        var alert = Assert.Single(world.Mails, mail => mail.Category == MailCategories.DeliveryAlert);
        Assert.Contains("5.1.3", alert.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Email, alert.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_OneMailKeepsFailing_DeclineEndsTheRoundAllTheSame()
    {
        await using var world = await AgreementWorld.StartAsync();
        world.Bouncing.Add(Terms.Request.Parties[0].Approvers[0].Email);
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAsync(id, state => state.Latest.Round?.Approvers.Count(approver => approver.RequestedAt is not null) == 8);

        await world.DecideAsync(id, "approver-2-1", ApprovalChoice.Decline, "No.");
        for (var retry = 0; retry < 30 && (await world.ReadAsync(id)).Status != AgreementStatus.Declined; retry++)
        {
            // Through the retries of the one mail, about half a minute of them.
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await world.NextCommitAsync();
        }

        await world.UntilStatusAsync(id, AgreementStatus.Declined);
    }
}
