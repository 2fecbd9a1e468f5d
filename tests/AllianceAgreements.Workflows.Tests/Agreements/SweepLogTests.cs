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
    [Fact]
    public async Task WakeOverdue_OrchestrationGetsNowhere_NamesTheAgreementAtTheSameEntryEachTime()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(SampleRequests.Terms(SampleRequests.NorthernHeart))).Id;
        var position = (await world.UntilAllAskedAsync(id)).Head.Position;
        await HoldAsync(world, InstanceIds.Approval(id, 1));
        world.Clock.Advance(TimeSpan.FromDays(8));

        var woken = new WokenAgreements();
        await SweepAsync(world, woken);
        await SweepAsync(world, woken);

        Assert.Equal([(id.Value, position), (id.Value, position)], woken.All);
    }

    [Fact]
    public async Task WakeOverdue_RecordGrewBetweenTwoSweeps_NamesTheLaterEntry()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(SampleRequests.Terms(SampleRequests.NorthernHeart))).Id;
        var round = (await world.UntilAllAskedAsync(id)).Latest.Round!;
        await HoldAsync(world, InstanceIds.Approval(id, 1));
        world.Clock.Advance(TimeSpan.FromDays(8));

        var woken = new WokenAgreements();
        await SweepAsync(world, woken);
        Assert.IsType<Decision.Accepted>(await world.DecideAsync(id, round.Approvers[0].Person.Key, ApprovalChoice.Approve));
        await SweepAsync(world, woken);

        Assert.Equal(2, woken.All.Count);
        Assert.Equal(woken.All[0].Position + 1, woken.All[1].Position);
    }

    private static async Task SweepAsync(AgreementWorld world, WokenAgreements woken)
    {
        // Longer than an orchestration pauses of its own accord.
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.UntilIdleAsync();
        var sweep = new AgreementSweep(
            world.Get<IAgreementIndex>(), world.Get<AgreementRepository>(), world.Get<AgreementWaker>(), world.Clock, woken);
        Assert.Equal(1, await sweep.WakeOverdueAsync(CancellationToken.None));
    }

    private static async Task HoldAsync(AgreementWorld world, string instanceId)
    {
        await world.UntilIdleAsync();
        await world.Orchestrations.SuspendInstanceAsync(instanceId, cancellationToken: CancellationToken.None);
        while ((await world.Orchestrations.GetInstanceAsync(instanceId, cancellationToken: CancellationToken.None))!.RuntimeStatus
            != OrchestrationRuntimeStatus.Suspended)
        {
            await world.NextCommitAsync();
        }
    }

    /// <summary>The agreements that lines about single ones name.</summary>
    private sealed class WokenAgreements : ILogger<AgreementSweep>
    {
        public List<(string Id, long Position)> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = Assert.IsType<IReadOnlyList<KeyValuePair<string, object?>>>(state, exactMatch: false).ToDictionary();
            if (values.TryGetValue("AgreementId", out var id))
            {
                All.Add(((string)id!, (long)values["Position"]!));
            }
        }
    }
}
