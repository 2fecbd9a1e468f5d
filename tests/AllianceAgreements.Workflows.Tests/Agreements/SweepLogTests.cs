using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Tests.Agreements;

/// <summary>What the sweep says of agreements that nobody but it wakes; the alert on stuck agreements goes by it.</summary>
public sealed class SweepLogTests
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(5);

    private readonly LoggedLines<AgreementSweep> _log = new();

    [Fact]
    public async Task WakeOverdue_InstanceTakesNothingIn_NamesTheAgreementAtTheSameEntryEachTime()
    {
        await using var world = await AgreementWorld.StartAsync();
        var engine = new StandingOrchestrations(world.Clock);
        var (id, position) = await OverdueAsync(world, engine);

        for (var sweep = 0; sweep < 4; sweep++)
        {
            Assert.Equal(1, await SweepAsync(world, engine));
        }

        Assert.Equal(Enumerable.Repeat((id.Value, position), 4), Woken());
    }

    // The alert counts more than three such lines within six hours. What takes in a wake-up is left alone for longer than an hour.
    [Fact]
    public async Task WakeOverdue_InstanceTakesInAndDoesNothing_IsNamedOftenEnoughForTheAlert()
    {
        await using var world = await AgreementWorld.StartAsync();
        var engine = new StandingOrchestrations(world.Clock) { TakesIn = true };
        var (id, position) = await OverdueAsync(world, engine);

        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(6); passed += BetweenSweeps)
        {
            await SweepAsync(world, engine);
        }

        Assert.InRange(Woken().Count(), 4, 6);
        Assert.All(Woken(), woken => Assert.Equal((id.Value, position), woken));
    }

    [Fact]
    public async Task WakeOverdue_RecordGrewBetweenTwoSweeps_NamesTheLaterEntry()
    {
        await using var world = await AgreementWorld.StartAsync();
        var engine = new StandingOrchestrations(world.Clock);
        var (id, position) = await OverdueAsync(world, engine);

        await SweepAsync(world, engine);
        var approver = (await world.ReadAsync(id)).Latest.Round!.Approvers[0].Person.Key;
        Assert.IsType<Decision.Accepted>(await world.DecideAsync(id, approver, ApprovalChoice.Approve));
        await SweepAsync(world, engine);

        Assert.Equal([(id.Value, position), (id.Value, position + 1)], Woken());
    }

    // The round is alive and knows of what is due; only what it reports to has failed, again and again.
    [Fact]
    public async Task WakeOverdue_FailedAboveALivelyRound_IsStartedOverAndNamed()
    {
        await using var world = await AgreementWorld.StartAsync();
        var engine = new StandingOrchestrations(world.Clock);
        var (id, position) = await OverdueAsync(world, engine);
        engine.Add(InstanceIds.Agreement(id), OrchestrationRuntimeStatus.Failed);
        world.Clock.Advance(BetweenSweeps);
        engine.Add(InstanceIds.Approval(id, 1));

        Assert.Equal(1, await SweepAsync(world, engine));

        Assert.Equal([id.Value], engine.Started);
        Assert.Empty(engine.Told);
        Assert.Equal([(id.Value, position)], Woken());
    }

    [Fact]
    public async Task WakeOverdue_OneInstanceCannotBeRead_WakesTheOthersAndFails()
    {
        await using var world = await AgreementWorld.StartAsync();
        var engine = new StandingOrchestrations(world.Clock);
        var first = (await OverdueAsync(world, engine)).Id;
        var second = (await OverdueAsync(world, engine)).Id;
        var third = (await OverdueAsync(world, engine)).Id;
        engine.Unreadable.Add(InstanceIds.Approval(first, 1));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => SweepAsync(world, engine));

        Assert.StartsWith("1 overdue agreements could not be woken.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { second.Value, third.Value }.Order(), Woken().Select(woken => woken.Id).Order());
        var told = Assert.Single(_log.All, line => line.Level == LogLevel.Error);
        Assert.Equal(first.Value, told.Values["AgreementId"]);
        Assert.IsType<TaskCanceledException>(told.Exception);
    }

    [Fact]
    public async Task WakeInterrupted_OneInstanceCannotBeRead_WakesTheOthersAndLeavesItToTheNextSweep()
    {
        await using var world = await AgreementWorld.StartAsync();
        var engine = new StandingOrchestrations(world.Clock);
        var first = (await OverdueAsync(world, engine)).Id;
        var second = (await OverdueAsync(world, engine)).Id;
        engine.Unreadable.Add(InstanceIds.Agreement(first));

        Assert.Equal(1, await Sweep(world, engine).WakeInterruptedAsync(CancellationToken.None));

        Assert.Equal([InstanceIds.Approval(second, 1)], engine.Told);
        Assert.Single(_log.All, line => line.Level == LogLevel.Error);
    }

    private IEnumerable<(string Id, long Position)> Woken() =>
        _log.All.Where(line => line.Values.ContainsKey("Position")).Select(line => ((string)line.Values["AgreementId"]!, (long)line.Values["Position"]!));

    private async Task<int> SweepAsync(AgreementWorld world, StandingOrchestrations engine)
    {
        world.Clock.Advance(BetweenSweeps);
        return await Sweep(world, engine).WakeOverdueAsync(CancellationToken.None);
    }

    private AgreementSweep Sweep(AgreementWorld world, StandingOrchestrations engine) => new(
        world.Get<IAgreementIndex>(), world.Get<AgreementRepository>(), new AgreementWaker(engine), world.Clock, _log);

    /// <summary>An agreement whose reminders are overdue, and whose instances have become some that do nothing.</summary>
    private static async Task<(AgreementId Id, long Position)> OverdueAsync(AgreementWorld world, StandingOrchestrations engine)
    {
        var id = (await world.StartAgreementAsync(SampleRequests.Terms(SampleRequests.NorthernHeart))).Id;
        await world.UntilAllAskedAsync(id);
        await world.UntilIdleAsync();
        var position = (await world.ReadAsync(id)).Head.Position;
        await world.ForgetOrchestrationsAsync();
        engine.Add(InstanceIds.Agreement(id));
        engine.Add(InstanceIds.Approval(id, 1));
        world.Clock.Advance(TimeSpan.FromDays(8));
        return (id, position);
    }
}
