using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class AgreementSweepTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);

    [Fact]
    public async Task WakeOverdue_OrchestrationsForgotten_AgreementGoesOnWithoutRepeatingItself()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.ApproveAllAsync(id);
        await world.UntilAsync(id, state => state.Signing?.Turn.Single().RequestedAt is not null);

        await world.ForgetOrchestrationsAsync();
        world.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
        await world.UntilAsync(id, state => state.Signing!.Turn.Single().Reminders == 1);

        Assert.Equal(9, world.Mails.Count(mail => mail.Category == "approval-request"));
        Assert.Equal(1, world.Mails.Count(mail => mail.Category == "signature-request"));
        Assert.Equal(1, world.Mails.Count(mail => mail.Category == "signature-reminder"));
    }

    [Fact]
    public async Task WakeOverdue_MailPausesBeforeItIsTriedAgain_IsLeftToItsPause()
    {
        await using var world = await AgreementWorld.StartAsync();
        var unreachable = Terms.Request.Parties[0].Approvers[0].Email;
        world.Bouncing.Add(unreachable);
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAsync(id, state => state.Latest.Round?.Approvers.Count(approver => approver.RequestedAt is not null) == 8);
        var woken = 0;

        // Two hours of sweeps, through many rounds of tries and the pauses between them.
        for (var minute = 1; minute <= 120; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.UntilIdleAsync();
            woken += minute % 5 == 0 ? await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None) : 0;
        }

        Assert.Equal(0, woken);
    }

    [Fact]
    public async Task WakeOverdue_DecisionNeverWokeAnybody_IsHeardThoughTheRoundWasActiveLately()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var round = (await world.UntilAllAskedAsync(id)).Latest.Round!;
        await world.UntilIdleAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await RecordAloneAsync(world, id, state => ApprovalRules.Decide(
            state,
            new ApprovalDecision(
                1, round.Approvers[0].Person.Key, ApprovalChoice.Decline, round.DocumentSha256, "Pat Partner", "No.", null),
            world.Clock.GetUtcNow()));

        world.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));

        await world.UntilStatusAsync(id, AgreementStatus.Declined);
    }

    [Fact]
    public async Task WakeInterrupted_RecordBegunButNeverStarted_Starts()
    {
        await using var world = await AgreementWorld.StartAsync();
        var started = await world.StartAgreementAsync(Terms);
        await world.UntilAllAskedAsync(started.Id);

        // A record without an orchestration: as if the process died between the two.
        var id = AgreementId.New();
        var begun = (AgreementStarted)(await world.Get<AgreementRepository>().ReadRecordAsync(started.Id, CancellationToken.None))[0].Event;
        await world.Get<IDocumentStore>().PutAsync(DocumentFolder.ForRevision(id, 1), Terms.ToUtf8Json(), CancellationToken.None);
        await world.Get<AgreementRepository>().BeginAsync(id, _ => begun, Actor.System, CancellationToken.None);
        await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None);

        await world.UntilAllAskedAsync(id);
    }

    // The runbook's way out for an orchestration that cannot go on.
    [Fact]
    public async Task WakeOverdue_TerminatedThenPurged_StartsItOverOnlyOncePurged()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        var instanceId = InstanceIds.Agreement(id);
        await world.Orchestrations.TerminateInstanceAsync(instanceId, cancellationToken: CancellationToken.None);
        await world.UntilIdleAsync();
        world.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(0, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
        await world.Orchestrations.PurgeInstanceAsync(instanceId, CancellationToken.None);
        Assert.Equal(1, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));

        await world.UntilAsync(id, state => state.Latest.Round!.Approvers.All(approver => approver.Reminders == 1));
        Assert.Equal(9, world.Mails.Count(mail => mail.Category == "approval-request"));
    }

    [Fact]
    public async Task WakeOverdue_NothingOverdue_DoesNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        Assert.Equal(0, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task WakeInterrupted_RevisedWhileInApprovalButNeverWoken_GoesOnWithTheRevision()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        var sha256 = await world.Get<IDocumentStore>().PutAsync(DocumentFolder.ForRevision(id, 2), Terms.ToUtf8Json(), CancellationToken.None);

        await RecordAloneAsync(world, id, state => AgreementRules.Revise(
            state, state.Title, new DocumentReference(DocumentKind.Terms, "terms.json", sha256, Terms.ToUtf8Json().Length), null));
        await world.RestartHostAsync();
        Assert.Equal(1, await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None));

        var state = await world.UntilAllAskedAsync(id, revision: 2);
        Assert.Equal(ApprovalOutcome.Superseded, state.Revisions[0].Round!.Outcome);
    }

    [Fact]
    public async Task WakeInterrupted_WithdrawnButNeverWoken_EveryoneAskedIsTold()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        await RecordAloneAsync(world, id, state => AgreementRules.Withdraw(state, "No longer needed."));
        await world.RestartHostAsync();
        Assert.Equal(1, await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None));

        await world.UntilDoneAsync(id);
        Assert.Equal(9, world.Mails.Count(mail => mail.Category == "agreement-withdrawn"));
        Assert.Equal(0, await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task WakeInterrupted_LastApprovalNeverWoken_SigningBegins()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var round = (await world.UntilAllAskedAsync(id)).Latest.Round!;

        foreach (var approver in round.Approvers)
        {
            await RecordAloneAsync(world, id, state => ApprovalRules.Decide(
                state,
                new ApprovalDecision(1, approver.Person.Key, ApprovalChoice.Approve, round.DocumentSha256, "Pat Partner", null, null),
                world.Clock.GetUtcNow()));
        }

        await world.RestartHostAsync();
        Assert.Equal(1, await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None));

        await world.UntilStatusAsync(id, AgreementStatus.Signing);
    }

    [Fact]
    public async Task WakeOverdue_OrchestrationFailed_StartsItOver()
    {
        await using var world = await AgreementWorld.StartAsync();
        world.Drafting.IsBroken = true;
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var ended = world.UntilDoneAsync(id);
        while (!ended.IsCompleted)
        {
            // Through all the retries, each of which waits for its time.
            world.Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAny(ended, world.NextCommitAsync());
        }

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await ended).RuntimeStatus);
        world.Drafting.IsBroken = false;
        await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None);

        await world.UntilAllAskedAsync(id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WakeOverdue_OrchestrationSuspended_IsLeftAlone(bool isRound)
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.UntilIdleAsync();
        var instanceId = isRound ? InstanceIds.Approval(id, 1) : InstanceIds.Agreement(id);
        var cancel = TestContext.Current.CancellationToken;
        await world.Orchestrations.SuspendInstanceAsync(instanceId, cancellationToken: cancel);
        while ((await world.Orchestrations.GetInstanceAsync(instanceId, cancellationToken: cancel))!.RuntimeStatus != OrchestrationRuntimeStatus.Suspended)
        {
            await world.NextCommitAsync();
        }

        await world.StopHostAsync();
        world.Clock.Advance(TimeSpan.FromDays(6));
        await world.StartHostAsync();

        Assert.Equal(0, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
        Assert.Equal(0, await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None));
    }

    /// <summary>A command that reached the record and woke nobody: as if the process died between the two.</summary>
    private static async Task RecordAloneAsync(AgreementWorld world, AgreementId id, Func<AgreementState, Decision> decide)
    {
        var result = await world.Get<AgreementRepository>().ExecuteAsync(id, Actor.System, (state, _) => decide(state), CancellationToken.None);
        Assert.IsType<Decision.Accepted>(result.Decision);
    }
}
