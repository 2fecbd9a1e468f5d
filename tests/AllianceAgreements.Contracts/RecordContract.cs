using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>What every <see cref="IAgreementRecord"/> promises.</summary>
public abstract class RecordContract
{
    protected abstract IAgreementRecord Record { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Puts after the last entry of a record something that is none.</summary>
    protected abstract Task SpoilAsync(AgreementId id);

    [Fact]
    public async Task ReadAsync_UnknownAgreement_IsEmpty() => Assert.Empty(await Record.ReadAsync(AgreementId.New(), Cancellation));

    [Fact]
    public async Task ReadAsync_AfterAppends_GivesTheSameBytesInOrder()
    {
        var id = AgreementId.New();
        var entries = SampleEntries.Chain(5);

        Assert.True(await Record.TryAppendAsync(id, [.. entries.Take(2)], Cancellation));
        Assert.True(await Record.TryAppendAsync(id, [.. entries.Skip(2)], Cancellation));

        AssertSame(entries, await Record.ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task ReadAsync_TwoAgreements_KeepsThemApart()
    {
        var (first, second) = (AgreementId.New(), AgreementId.New());
        var (short1, long2) = (SampleEntries.Chain(1), SampleEntries.Chain(3));

        Assert.True(await Record.TryAppendAsync(first, short1, Cancellation));
        Assert.True(await Record.TryAppendAsync(second, long2, Cancellation));

        AssertSame(short1, await Record.ReadAsync(first, Cancellation));
        AssertSame(long2, await Record.ReadAsync(second, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_AlreadyCancelled_AppendsNothing()
    {
        var id = AgreementId.New();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Record.TryAppendAsync(id, [SampleEntries.First()], new CancellationToken(canceled: true)));

        Assert.Empty(await Record.ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_CancelledMeanwhile_IsTrueOrAppendsNothing()
    {
        foreach (var _ in Enumerable.Range(0, 20))
        {
            var id = AgreementId.New();
            using var caller = new CancellationTokenSource();
            var appending = Task.Run(async () => await Record.TryAppendAsync(id, [SampleEntries.First()], caller.Token), Cancellation);
            await caller.CancelAsync();

            bool appended;
            try
            {
                appended = await appending;
                Assert.True(appended);
            }
            catch (OperationCanceledException)
            {
                appended = false;
            }

            Assert.Equal(appended ? 1 : 0, (await Record.ReadAsync(id, Cancellation)).Count);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task TryAppendAsync_NotRightAfterTheEnd_AnswersFalseAndAppendsNothing(int position)
    {
        var id = AgreementId.New();
        var entries = SampleEntries.Chain(6);
        Assert.True(await Record.TryAppendAsync(id, [.. entries.Take(3)], Cancellation));

        Assert.False(await Record.TryAppendAsync(id, [entries[position], entries[position + 1]], Cancellation));

        AssertSame([.. entries.Take(3)], await Record.ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_LaterEntryToAnEmptyRecord_AnswersFalse()
    {
        var id = AgreementId.New();

        Assert.False(await Record.TryAppendAsync(id, [SampleEntries.Chain(2)[1]], Cancellation));

        Assert.Empty(await Record.ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_NothingOrUnchainedEntries_Throws()
    {
        var id = AgreementId.New();
        var entries = SampleEntries.Chain(3);

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Record.TryAppendAsync(id, [], Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Record.TryAppendAsync(id, [entries[0], entries[2]], Cancellation));

        Assert.Empty(await Record.ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_FiftyAtOnceAtTheSamePosition_ExactlyOneWins()
    {
        var id = AgreementId.New();
        var first = SampleEntries.First();
        Assert.True(await Record.TryAppendAsync(id, [first], Cancellation));
        var rivals = Enumerable.Range(0, 50).Select(n => SampleEntries.Next(first, $"Rival {n}")).ToList();

        var won = await Task.WhenAll(rivals.Select(rival =>
            Task.Run(async () => await Record.TryAppendAsync(id, [rival], Cancellation), Cancellation)));

        var winner = Assert.Single(rivals.Where((_, n) => won[n]));
        AssertSame([first, winner], await Record.ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_ManyAgreementsAtOnce_LosesNone()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => AgreementId.New()).ToList();
        var entries = SampleEntries.Chain(4);

        await Parallel.ForEachAsync(ids, Cancellation, async (id, cancellation) =>
        {
            foreach (var entry in entries)
            {
                Assert.True(await Record.TryAppendAsync(id, [entry], cancellation));
            }
        });

        foreach (var id in ids)
        {
            AssertSame(entries, await Record.ReadAsync(id, Cancellation));
        }
    }

    [Fact]
    public async Task ListAsync_MoreThanOnePage_TellsEachOnceWithItsLastPosition()
    {
        var expected = new Dictionary<AgreementId, long>();
        for (var i = 0; i < 1_001; i++)
        {
            expected[AgreementId.New()] = i % 3;
        }

        await Parallel.ForEachAsync(expected, Cancellation, async (entry, cancellation) =>
            Assert.True(await Record.TryAppendAsync(entry.Key, SampleEntries.Chain((int)entry.Value + 1), cancellation)));

        var listed = await Record.ListAsync(changedSince: null, after: null, Cancellation).ToListAsync(Cancellation);

        Assert.Equal(expected.Count, listed.Count);
        Assert.All(listed, head => Assert.Equal(expected[head.Id], head.Position));
    }

    [Fact]
    public async Task ListAsync_AfterAnAgreement_TellsThoseThatComeAfterItInOrder()
    {
        var ids = Enumerable.Range(0, 9).Select(_ => AgreementId.New()).Order().ToList();
        var unknown = ids[4];
        ids.Remove(unknown);
        foreach (var id in ids.Shuffle())
        {
            Assert.True(await Record.TryAppendAsync(id, [SampleEntries.First()], Cancellation));
        }

        Assert.Equal(ids, await Record.ListAsync(null, after: null, Cancellation).Select(head => head.Id).ToListAsync(Cancellation));
        Assert.Equal(ids[3..], await Record.ListAsync(null, ids[2], Cancellation).Select(head => head.Id).ToListAsync(Cancellation));
        Assert.Equal(ids[4..], await Record.ListAsync(null, unknown, Cancellation).Select(head => head.Id).ToListAsync(Cancellation));
        Assert.Empty(await Record.ListAsync(null, ids[^1], Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListAsync_SpoiltRecord_IsStillListed()
    {
        var (spoilt, sound) = (AgreementId.New(), AgreementId.New());
        Assert.True(await Record.TryAppendAsync(spoilt, [SampleEntries.First()], Cancellation));
        Assert.True(await Record.TryAppendAsync(sound, [SampleEntries.First()], Cancellation));

        await SpoilAsync(spoilt);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await Record.ReadAsync(spoilt, Cancellation));
        var listed = await Record.ListAsync(changedSince: null, after: null, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(new HashSet<AgreementId> { spoilt, sound }, listed.Select(head => head.Id).ToHashSet());
    }

    // The entries say they are of another time; what counts is when they were appended.
    [Fact]
    public async Task ListAsync_ChangedSince_TellsAtLeastThoseAppendedToSince()
    {
        var (begun, continued) = (AgreementId.New(), AgreementId.New());
        var entries = SampleEntries.Chain(3);
        var since = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        Assert.True(await Record.TryAppendAsync(begun, [entries[0]], Cancellation));
        Assert.True(await Record.TryAppendAsync(continued, [entries[0]], Cancellation));
        Assert.True(await Record.TryAppendAsync(continued, [entries[1], entries[2]], Cancellation));

        var listed = await Record.ListAsync(since, after: null, Cancellation).ToListAsync(Cancellation);

        Assert.Equal(0, Assert.Single(listed, head => head.Id == begun).Position);
        Assert.Equal(2, Assert.Single(listed, head => head.Id == continued).Position);
    }

    private static void AssertSame(IReadOnlyList<RecordEntry> expected, IReadOnlyList<RecordEntry> actual) =>
        Assert.Equal(expected.Select(entry => entry.Line.ToArray()), actual.Select(entry => entry.Line.ToArray()));
}
