using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class EndedOrchestrationsTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);

    [Fact]
    public async Task Purge_AgreementEndedLongAgo_PurgesItsInstancesAndTheSweepStartsNoneOver()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.WithdrawAsync(id);
        await world.UntilDoneAsync(id);
        var mails = world.Mails.Count;

        world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await PurgeAsync(world));
        world.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, await PurgeAsync(world));
        Assert.Empty(await InstancesAsync(world));

        Assert.Equal(0, await world.Get<IndexRepair>().RepairAllAsync(CancellationToken.None));
        Assert.Equal(0, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
        Assert.Equal(0, await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None));
        await world.UntilIdleAsync();
        Assert.Empty(await InstancesAsync(world));
        Assert.Equal(mails, world.Mails.Count);
        Assert.Equal(AgreementStatus.Withdrawn, (await world.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task Purge_AgreementGoesOnAfterAnEndedRound_GoesOnWithoutTheRoundsInstance()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.DecideAsync(id, "approver-1-1", ApprovalChoice.RequestChanges, "Please.");
        await world.UntilStatusAsync(id, AgreementStatus.ChangesRequested);
        await world.UntilIdleAsync();

        world.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await PurgeAsync(world));
        Assert.Equal([id.Value], await InstancesAsync(world));
        Assert.IsType<ReviseResult.Done>(await world.ReviseAsync(id, Terms));

        await world.UntilAllAskedAsync(id, revision: 2);
    }

    [Fact]
    public async Task Purge_TerminatedWhileTheAgreementGoesOn_StaysSoThatTheSweepLeavesItAlone()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.Orchestrations.TerminateInstanceAsync(id.Value, cancellationToken: CancellationToken.None);
        await world.UntilIdleAsync();

        world.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(0, await PurgeAsync(world));

        Assert.Equal(0, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
        Assert.Equal(2, (await InstancesAsync(world)).Count());
    }

    [Fact]
    public async Task Purge_FailedLongAgo_Stays()
    {
        await using var world = await AgreementWorld.StartAsync();
        var failed = await world.Orchestrations.ScheduleNewOrchestrationInstanceAsync("NoSuchThing", cancellationToken: CancellationToken.None);
        var terminated = await world.Orchestrations.ScheduleNewOrchestrationInstanceAsync(
            AgreementOrchestration.Name.Value, options: new() { StartAt = world.Clock.GetUtcNow().AddDays(1) }, cancellationToken: CancellationToken.None);
        await world.Orchestrations.TerminateInstanceAsync(terminated, cancellationToken: CancellationToken.None);
        await world.UntilIdleAsync();

        world.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await PurgeAsync(world));

        Assert.Equal([failed], await InstancesAsync(world));
    }

    [Fact]
    public async Task Purge_ManyEnded_GoesFromPageToPage()
    {
        await using var world = await AgreementWorld.StartAsync();
        var client = new ListedOrchestrations(world.Clock, Enumerable.Range(0, 401).Select(number => $"{number:D3}"));

        Assert.Equal(401, await Ended(world, client).PurgeAsync(CancellationToken.None));

        Assert.Equal(3, client.Queries.Count);
        Assert.All(client.Queries, query => Assert.Equal(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated], query.Statuses!));
    }

    [Fact]
    public async Task Purge_OneCannotBePurged_PurgesTheOthersAndWarns()
    {
        await using var world = await AgreementWorld.StartAsync();
        var client = new ListedOrchestrations(world.Clock, ["a", "b", "c"]);
        client.OnPurge = id =>
        {
            if (id == "b")
            {
                throw new IOException("The store is away.");
            }
        };

        var log = new LoggedLines<EndedOrchestrations>();

        Assert.Equal(2, await Ended(world, client, log: log).PurgeAsync(CancellationToken.None));

        Assert.Equal(["b"], client.Left);
        var warning = Assert.Single(log.All, line => line.Level == LogLevel.Warning);
        Assert.Equal(1, warning.Values["Failed"]);
        Assert.IsType<IOException>(warning.Exception);
    }

    [Fact]
    public async Task Purge_AllCanBePurged_WarnsOfNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        var log = new LoggedLines<EndedOrchestrations>();

        await Ended(world, new ListedOrchestrations(world.Clock, ["a"]), log: log).PurgeAsync(CancellationToken.None);

        Assert.Equal(LogLevel.Information, Assert.Single(log.All).Level);
    }

    [Fact]
    public async Task Purge_TakesTooLong_StopsAfterThePageItIsAt()
    {
        await using var world = await AgreementWorld.StartAsync();
        var client = new ListedOrchestrations(world.Clock, Enumerable.Range(0, 401).Select(number => $"{number:D3}"));
        client.OnPurge = id => world.Clock.Advance(id == "000" ? EndedOrchestrations.LongestRun : TimeSpan.Zero);

        Assert.Equal(200, await Ended(world, client).PurgeAsync(CancellationToken.None));
        Assert.Equal(201, await Ended(world, client).PurgeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Purge_KeptForEver_LooksAtNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        var client = new ListedOrchestrations(world.Clock, ["a"]);

        Assert.Equal(0, await Ended(world, client, new() { KeepEndedDays = 0 }).PurgeAsync(CancellationToken.None));

        Assert.Empty(client.Queries);
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData("0", 0)]
    [InlineData("3650", 3650)]
    public void Read_DaysWithinTheirRange_AreRead(string? value, int days) =>
        Assert.Equal(days, EndedOrchestrationsOptions.Read(value).KeepEndedDays);

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("3651")]
    [InlineData("a month")]
    public void Read_AnythingElse_NamesTheSettingAndWhatIsRight(string value)
    {
        var fault = Assert.Throws<FormatException>(() => EndedOrchestrationsOptions.Read(value));

        Assert.StartsWith("Orchestrations:KeepEndedDays must be a number of days from 0 to 3650", fault.Message, StringComparison.Ordinal);
    }

    private static ValueTask<int> PurgeAsync(AgreementWorld world) => world.Get<EndedOrchestrations>().PurgeAsync(CancellationToken.None);

    private static EndedOrchestrations Ended(
        AgreementWorld world, IOrchestrationClient client, EndedOrchestrationsOptions? options = null, ILogger<EndedOrchestrations>? log = null) => new(
        client, world.Get<AgreementRepository>(), options ?? new(), world.Clock, log ?? NullLogger<EndedOrchestrations>.Instance);

    private static async Task<IEnumerable<string>> InstancesAsync(AgreementWorld world) =>
        (await world.Orchestrations.GetInstancesAsync(new(), CancellationToken.None)).Items.Select(instance => instance.InstanceId);
}
