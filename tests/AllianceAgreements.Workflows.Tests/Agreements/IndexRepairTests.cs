using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class IndexRepairTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RepairAll_RecordAheadOfIndex_IsIndexed()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = AgreementId.New();
        var begun = new AgreementStarted(
            "AA-2027-TEST-0001", AllianceForm.JointVenture, "Forgotten", [], new DocumentReference(DocumentKind.Terms, "terms.json", new string('0', 64), 1), []);

        // An entry that reached the record alone: as if the process died between the two.
        var entry = RecordEntry.After(null, begun, Actor.System, world.Clock.GetUtcNow());
        Assert.True(await world.Get<IAgreementRecord>().TryAppendAsync(id, [entry], Cancellation));
        Assert.Equal(1, await world.Get<IndexRepair>().RepairAllAsync(Cancellation));

        var page = await world.Get<IAgreementIndex>().QueryAsync(new AgreementQuery { Text = "forgotten" }, Cancellation);
        Assert.Equal(id, Assert.Single(page.Items).Id);
        Assert.Equal(0, await world.Get<IndexRepair>().RepairAllAsync(Cancellation));
    }

    [Fact]
    public async Task RepairAll_MoreRecordsThanAreLookedUpAtOnce_IndexesThemAll()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = await RecordAsync(world, 501);

        Assert.Equal(501, await world.Get<IndexRepair>().RepairAllAsync(Cancellation));
        Assert.Equal(0, await world.Get<IndexRepair>().RepairAllAsync(Cancellation));
        Assert.Equal(501, (await world.Get<IAgreementIndex>().FindPositionsAsync(ids, Cancellation)).Count);
    }

    [Fact]
    public async Task RepairAll_OneRecordUnreadable_IndexesTheOthers()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = await RecordAsync(world, 3);
        var record = new WatchedRecord(world.Get<IAgreementRecord>()) { Damaged = { ids[1] } };

        Assert.Equal(2, await Repair(world, record).RepairAllAsync(Cancellation));
    }

    [Fact]
    public async Task RepairAll_OneRecordCannotBeFetched_IndexesTheOthers()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = await RecordAsync(world, 3);
        var record = new WatchedRecord(world.Get<IAgreementRecord>()) { Unreachable = { ids[1] } };

        Assert.Equal(2, await Repair(world, record).RepairAllAsync(Cancellation));
    }

    [Fact]
    public async Task RepairAll_OneThatTheIndexDoesNotTake_IndexesTheOthers()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = await RecordAsync(world, 3);
        var index = new WatchedIndex(world.Get<IAgreementIndex>()) { Refused = { ids[1] } };

        Assert.Equal(2, await Repair(world, world.Get<IAgreementRecord>(), index).RepairAllAsync(Cancellation));
    }

    [Fact]
    public async Task RepairRecent_RecordAheadOfIndex_IsFoundByWhenItChanged()
    {
        await using var world = await AgreementWorld.StartAsync();
        var record = new WatchedRecord(world.Get<IAgreementRecord>());
        await RecordAsync(world, 1);

        Assert.Equal(1, await Repair(world, record).RepairRecentAsync(Cancellation));
        Assert.Equal([world.Clock.GetUtcNow() - IndexRepair.LookBack], record.Listings);
    }

    // Without the overlap, each would wait for the other.
    [Fact(Timeout = 60_000)]
    public async Task RepairNext_WhileSomeAreCompared_ReadsTheNext()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = (await RecordAsync(world, 501)).Order().ToList();
        var nextIsRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var record = new WatchedRecord(world.Get<IAgreementRecord>());
        record.OnListed = id =>
        {
            if (id == ids[500])
            {
                nextIsRead.SetResult();
            }
        };
        var index = new WatchedIndex(world.Get<IAgreementIndex>()) { BeforeComparing = () => nextIsRead.Task.WaitAsync(TestContext.Current.CancellationToken) };

        Assert.True(await Repair(world, record, index).RepairNextAsync(AtMost, TestContext.Current.CancellationToken));
        Assert.Equal(501, (await world.Get<IAgreementIndex>().FindPositionsAsync(ids, Cancellation)).Count);
    }

    [Fact]
    public async Task RepairNext_TimeRunsOut_StopsAndGoesOnFromThere()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = (await RecordAsync(world, 1_200)).Order().ToList();
        var record = new WatchedRecord(world.Get<IAgreementRecord>());
        var index = new WatchedIndex(world.Get<IAgreementIndex>()) { BeforeComparing = () => Wait(world, AtMost) };
        var repair = Repair(world, record, index);

        Assert.False(await repair.RepairNextAsync(AtMost, Cancellation));
        Assert.Equal(ids[499], (await world.Get<ISweepCursor>().FindAsync(Cancellation))!.After);
        Assert.False(await repair.RepairNextAsync(AtMost, Cancellation));
        Assert.True(await repair.RepairNextAsync(AtMost, Cancellation));

        Assert.Null(await world.Get<ISweepCursor>().FindAsync(Cancellation));
        Assert.Equal([null, ids[499], ids[999]], record.Beginnings);
        Assert.Equal(1_200, (await world.Get<IAgreementIndex>().FindPositionsAsync(ids, Cancellation)).Count);
    }

    [Fact]
    public async Task RepairNext_StoreFailsOnTheWay_GoesOnFromWhatWasCompared()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = (await RecordAsync(world, 1_200)).Order().ToList();
        var record = new WatchedRecord(world.Get<IAgreementRecord>());
        var compared = 0;
        var broken = new WatchedIndex(world.Get<IAgreementIndex>())
        {
            BeforeComparing = () => ++compared == 2 ? throw new IOException("The store is away.") : Task.CompletedTask,
        };

        await Assert.ThrowsAsync<IOException>(async () => await Repair(world, record, broken).RepairNextAsync(AtMost, Cancellation));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await Repair(world, record).RepairNextAsync(AtMost, Cancellation));

        Assert.Equal([null, ids[499]], record.Beginnings);
        Assert.Equal(1_200, (await world.Get<IAgreementIndex>().FindPositionsAsync(ids, Cancellation)).Count);
    }

    [Fact]
    public async Task RepairNext_GoingOn_RemembersWhenTheLookWasBegun()
    {
        await using var world = await AgreementWorld.StartAsync();
        await RecordAsync(world, 1_200);
        var begun = world.Clock.GetUtcNow();
        var repair = Repair(world, world.Get<IAgreementRecord>(), new WatchedIndex(world.Get<IAgreementIndex>()) { BeforeComparing = () => Wait(world, AtMost) });

        await repair.RepairNextAsync(AtMost, Cancellation);
        await repair.RepairNextAsync(AtMost, Cancellation);

        Assert.Equal(begun, (await world.Get<ISweepCursor>().FindAsync(Cancellation))!.BegunAt);
    }

    private static Task Wait(AgreementWorld world, TimeSpan time)
    {
        world.Clock.Advance(time);
        return Task.CompletedTask;
    }

    private static IndexRepair Repair(AgreementWorld world, IAgreementRecord record, IAgreementIndex? index = null)
    {
        var told = index ?? world.Get<IAgreementIndex>();
        var agreements = new AgreementRepository(record, told, world.Clock, NullLogger<AgreementRepository>.Instance);
        return new IndexRepair(record, told, agreements, world.Get<ISweepCursor>(), world.Clock, NullLogger<IndexRepair>.Instance);
    }

    /// <summary>Records that nobody indexed: as if the process died between the two.</summary>
    private static async Task<List<AgreementId>> RecordAsync(AgreementWorld world, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => AgreementId.New()).ToList();
        await Parallel.ForEachAsync(ids, Cancellation, async (id, cancellation) =>
            Assert.True(await world.Get<IAgreementRecord>().TryAppendAsync(id, [SampleEntries.First()], cancellation)));
        return ids;
    }

    /// <summary>An index that can be held up, and does not take everything.</summary>
    private sealed class WatchedIndex(IAgreementIndex inner) : IAgreementIndex
    {
        public HashSet<AgreementId> Refused { get; } = [];

        public Func<Task> BeforeComparing { get; init; } = () => Task.CompletedTask;

        public ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken) =>
            Refused.Contains(summary.Id) ? throw new IOException("Too large.") : inner.UpsertAsync(summary, cancellationToken);

        public ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public async ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
            IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken)
        {
            await BeforeComparing();
            return await inner.FindPositionsAsync(ids, cancellationToken);
        }

        public IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

        public ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken) => inner.RemoveAsync(id, cancellationToken);
    }
}
