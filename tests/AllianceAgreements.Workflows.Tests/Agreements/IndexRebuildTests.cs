using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class IndexRebuildTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_IndexLost_FindsEveryAgreementAgain()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = await RecordAsync(world, 20);

        var rebuilt = await world.Get<IndexRebuild>().RunAsync(Cancellation);

        Assert.Equal(20, rebuilt.Indexed);
        Assert.Equal(0, rebuilt.Removed);
        Assert.Empty(rebuilt.Unreadable);
        Assert.Equal(ids.ToHashSet(), (await IndexedAsync(world)).Keys.ToHashSet());
    }

    [Fact]
    public async Task RunAsync_Again_ChangesNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        await RecordAsync(world, 3);
        await world.Get<IndexRebuild>().RunAsync(Cancellation);
        var before = await IndexedAsync(world);

        await world.Get<IndexRebuild>().RunAsync(Cancellation);

        Assert.Equivalent(before, await IndexedAsync(world), strict: true);
    }

    [Fact]
    public async Task RunAsync_WhatOlderCodeSummedUp_IsSummedUpAnew()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = Assert.Single(await RecordAsync(world, 1));
        await world.Get<IndexRebuild>().RunAsync(Cancellation);
        var index = world.Get<IAgreementIndex>();
        await index.UpsertAsync((await IndexedAsync(world))[id] with { Title = "As older code had it" }, Cancellation);

        await world.Get<IndexRebuild>().RunAsync(Cancellation);

        Assert.Equal("Agreement 0", (await IndexedAsync(world))[id].Title);
    }

    [Fact]
    public async Task RunAsync_IndexedWithoutARecord_IsRemoved()
    {
        await using var world = await AgreementWorld.StartAsync();
        var kept = Assert.Single(await RecordAsync(world, 1));
        await world.Get<IndexRebuild>().RunAsync(Cancellation);
        var stray = (await IndexedAsync(world))[kept] with { Id = AgreementId.New() };
        await world.Get<IAgreementIndex>().UpsertAsync(stray, Cancellation);

        var rebuilt = await world.Get<IndexRebuild>().RunAsync(Cancellation);

        Assert.Equal(1, rebuilt.Removed);
        Assert.Equal([kept], (await IndexedAsync(world)).Keys);
    }

    [Fact]
    public async Task RunAsync_AgreementStartedMeanwhile_IsKept()
    {
        await using var world = await AgreementWorld.StartAsync();
        await RecordAsync(world, 2);
        var record = new WatchedRecord(world.Get<IAgreementRecord>());
        record.AfterListing = async () =>
        {
            await world.Get<AgreementRepository>().BeginAsync(
                AgreementId.New(), _ => (AgreementStarted)SampleEntries.First("Started meanwhile").Event, Actor.System, Cancellation);
        };

        var rebuilt = await Rebuild(world, record).RunAsync(Cancellation);

        Assert.Equal((2, 0), (rebuilt.Indexed, rebuilt.Removed));
        Assert.Contains((await IndexedAsync(world)).Values, summary => summary.Title == "Started meanwhile");
    }

    [Fact]
    public async Task RunAsync_OneRecordUnreadable_IndexesTheOthersAndNamesIt()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = await RecordAsync(world, 5);
        var record = new WatchedRecord(world.Get<IAgreementRecord>()) { Damaged = { ids[2] } };

        var rebuilt = await Rebuild(world, record).RunAsync(Cancellation);

        Assert.Equal(4, rebuilt.Indexed);
        Assert.Equal([ids[2]], rebuilt.Unreadable);
        Assert.DoesNotContain(ids[2], (await IndexedAsync(world)).Keys);
    }

    [Fact]
    public async Task RunAsync_UnreadableRecordThatWasNotListed_KeepsItsSummaryAndNamesIt()
    {
        await using var world = await AgreementWorld.StartAsync();
        var ids = await RecordAsync(world, 3);
        await world.Get<IndexRebuild>().RunAsync(Cancellation);
        var record = new WatchedRecord(world.Get<IAgreementRecord>()) { Damaged = { ids[1] }, Unlisted = { ids[1] } };

        var rebuilt = await Rebuild(world, record).RunAsync(Cancellation);

        Assert.Equal((2, 0), (rebuilt.Indexed, rebuilt.Removed));
        Assert.Equal([ids[1]], rebuilt.Unreadable);
        Assert.Contains(ids[1], (await IndexedAsync(world)).Keys);
    }

    private static IndexRebuild Rebuild(AgreementWorld world, IAgreementRecord record)
    {
        var index = world.Get<IAgreementIndex>();
        return new IndexRebuild(record, index, new AgreementRepository(record, index, world.Clock, NullLogger<AgreementRepository>.Instance));
    }

    /// <summary>Records that nobody indexed.</summary>
    private static async Task<List<AgreementId>> RecordAsync(AgreementWorld world, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => AgreementId.New()).ToList();
        foreach (var (number, id) in ids.Index())
        {
            Assert.True(await world.Get<IAgreementRecord>().TryAppendAsync(id, [SampleEntries.First($"Agreement {number}")], Cancellation));
        }

        return ids;
    }

    private static async Task<Dictionary<AgreementId, AgreementSummary>> IndexedAsync(AgreementWorld world) =>
        (await world.Get<IAgreementIndex>().QueryAsync(new AgreementQuery { Top = 200 }, Cancellation)).Items.ToDictionary(item => item.Id);
}
