using AllianceAgreements.Azure.Index;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Azure.Data.Tables;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Index;

public sealed class TableAgreementIndexTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UpsertAsync_CutOffAnywhere_LeavesNothingWrongAndIsMendedByAnother()
    {
        var cuts = 0;
        foreach (var arrives in new[] { false, true })
        {
            var finished = false;
            for (var after = 0; !finished; after++)
            {
                finished = await CutOffAsync(after, arrives);
                cuts++;
            }
        }

        // Read, what is due, the agreement, what was due, the position; and the run of each way that is not cut.
        Assert.Equal(2 * (5 + 1), cuts);
    }

    [Fact]
    public async Task QueryAsync_NothingOverdueAmongMany_IsOneRequest()
    {
        var fixture = new TableIndexFixture(azurite);
        for (var i = 0; i < 20; i++)
        {
            await fixture.Index.UpsertAsync(TableIndexFixture.Summary($"Title {i}", due: TableIndexFixture.Start.AddDays(i)), Cancellation);
        }

        var before = fixture.Line.Sent;
        var page = await fixture.Index.QueryAsync(new AgreementQuery { DueBefore = TableIndexFixture.Start }, Cancellation);

        Assert.Empty(page.Items);
        Assert.Equal(1, fixture.Line.Sent - before);
    }

    [Fact]
    public async Task QueryAsync_LeftoverOfAnOlderPosition_IsPassedOverAndDeleted()
    {
        var fixture = new TableIndexFixture(azurite);
        var summary = TableIndexFixture.Summary("Moved on", position: 5, due: TableIndexFixture.Start.AddDays(3));
        await fixture.Index.UpsertAsync(summary, Cancellation);
        await WriteHintAsync(fixture, summary with { Position = 4, NextDue = TableIndexFixture.Start });

        Assert.Equal(summary.NextDue, Assert.Single(await fixture.DueAsync(Cancellation)).NextDue);
        Assert.Single(await fixture.HintsAsync(Cancellation));
    }

    [Fact]
    public async Task QueryAsync_HintOfSomebodyAboutToWrite_IsPassedOverAndKept()
    {
        var fixture = new TableIndexFixture(azurite);
        var summary = TableIndexFixture.Summary("About to move", position: 5, due: TableIndexFixture.Start.AddDays(3));
        await fixture.Index.UpsertAsync(summary, Cancellation);
        await WriteHintAsync(fixture, summary with { Position = 6, NextDue = TableIndexFixture.Start });
        await WriteHintAsync(fixture, TableIndexFixture.Summary("Not there yet", due: TableIndexFixture.Start));

        Assert.Equal(summary.NextDue, Assert.Single(await fixture.DueAsync(Cancellation)).NextDue);
        Assert.Equal(3, (await fixture.HintsAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task UpsertAsync_SamePositionWithItsDueRowLost_WritesItAgain()
    {
        var fixture = new TableIndexFixture(azurite);
        var summary = TableIndexFixture.Summary("Restored", due: TableIndexFixture.Start);
        await fixture.Index.UpsertAsync(summary, Cancellation);
        await (await fixture.Tables.DueAsync(Cancellation)).DeleteAsync(
            IndexKeys.Due((await fixture.HintsAsync(Cancellation)).Single()), Cancellation);

        await fixture.Index.UpsertAsync(summary, Cancellation);

        Assert.Single(await fixture.DueAsync(Cancellation));
    }

    [Fact]
    public async Task UpsertAsync_SameTimeDue_LeavesWhatIsDueUntouched()
    {
        var fixture = new TableIndexFixture(azurite);
        var summary = TableIndexFixture.Summary("Steady", due: TableIndexFixture.Start);
        await fixture.Index.UpsertAsync(summary, Cancellation);
        var before = fixture.Line.Sent;

        await fixture.Index.UpsertAsync(summary with { Position = 1 }, Cancellation);

        Assert.Equal(3, fixture.Line.Sent - before);
        Assert.Equal(1, Assert.Single(await fixture.DueAsync(Cancellation)).Position);
    }

    [Fact]
    public async Task QueryAsync_FewOfManyMatch_StopsAtItsLimitAndGoesOnFromThere()
    {
        var fixture = new TableIndexFixture(azurite, new IndexLimits(RowsAtOnce: 3, RowsAPage: 10));
        for (var i = 0; i < 25; i++)
        {
            await fixture.Index.UpsertAsync(
                TableIndexFixture.Summary(i is 2 or 24 ? "Wanted" : "Other") with { StartedAt = TableIndexFixture.Start.AddDays(-i) }, Cancellation);
        }

        var pages = new List<int>();
        var query = new AgreementQuery { Text = "wanted" };
        do
        {
            var page = await fixture.Index.QueryAsync(query, Cancellation);
            pages.Add(page.Items.Count);
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        Assert.Equal([1, 0, 1], pages);
    }

    [Fact]
    public async Task QueryAsync_OverManyMonths_KeepsTheOrderOfStarts()
    {
        var fixture = new TableIndexFixture(azurite);
        var starts = Enumerable.Range(0, 15).Select(month => TableIndexFixture.Start.AddMonths(month * 7 % 15).AddHours(month)).ToList();
        foreach (var start in starts)
        {
            await fixture.Index.UpsertAsync(TableIndexFixture.Summary("Some month") with { StartedAt = start }, Cancellation);
        }

        var first = await fixture.Index.QueryAsync(new AgreementQuery { Top = 8 }, Cancellation);
        var second = await fixture.Index.QueryAsync(new AgreementQuery { Top = 8, Continuation = first.Continuation }, Cancellation);

        Assert.Equal(starts.OrderDescending(), first.Items.Concat(second.Items).Select(item => item.StartedAt));
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task RemoveAsync_PositionNeverWritten_FindsTheRowAllTheSame()
    {
        var fixture = new TableIndexFixture(azurite);
        var summary = TableIndexFixture.Summary("Without a position", due: TableIndexFixture.Start);
        await fixture.Index.UpsertAsync(summary, Cancellation);
        await (await fixture.Tables.PositionsAsync(Cancellation)).DeleteAsync(IndexKeys.Position(summary.Id), Cancellation);

        await fixture.Index.RemoveAsync(summary.Id, Cancellation);

        Assert.Empty((await fixture.Index.QueryAsync(new AgreementQuery(), Cancellation)).Items);
        Assert.Empty(await fixture.HintsAsync(Cancellation));
    }

    private static async Task WriteHintAsync(TableIndexFixture fixture, AgreementSummary summary)
    {
        var key = IndexKeys.Due(summary.Id, summary.NextDue!.Value.UtcTicks, summary.Position).Row;
        await (await fixture.Tables.DueAsync(Cancellation)).UpsertEntityAsync(
            DuePages.RowOf(summary, key), TableUpdateMode.Replace, Cancellation);
    }

    /// <summary>Cuts an upsert off after some requests. Returns whether it came to its end before that.</summary>
    private async Task<bool> CutOffAsync(int after, bool arrives)
    {
        var fixture = new TableIndexFixture(azurite);
        var before = TableIndexFixture.Summary("Before", due: TableIndexFixture.Start);
        var later = before with { Position = 1, Title = "After", NextDue = TableIndexFixture.Start.AddDays(-1) };
        await fixture.Index.UpsertAsync(before, Cancellation);

        fixture.Line.Cut(after, arrives);
        var fault = await Record.ExceptionAsync(async () => await fixture.Index.UpsertAsync(later, Cancellation));
        fixture.Line.Mend();

        // Whichever of the two is stored, all ways of asking for it tell of that one.
        var stored = Assert.Single((await fixture.Index.QueryAsync(new AgreementQuery(), Cancellation)).Items);
        Assert.Equivalent(stored, Assert.Single(await fixture.DueAsync(Cancellation)), strict: true);
        var position = (await fixture.Index.FindPositionsAsync([before.Id], Cancellation))[before.Id];
        Assert.InRange(position, 0, stored.Position);
        Assert.True(fault is not null || position == later.Position, "An upsert that ended well is known to have.");

        await fixture.Index.UpsertAsync(later, Cancellation);

        Assert.Equivalent(later, Assert.Single(await fixture.DueAsync(Cancellation)), strict: true);
        Assert.Equal(later.Position, (await fixture.Index.FindPositionsAsync([before.Id], Cancellation))[before.Id]);
        Assert.Single(await fixture.HintsAsync(Cancellation));
        return fault is null;
    }
}
