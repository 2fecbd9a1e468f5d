using System.Globalization;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>What every <see cref="IAgreementIndex"/> promises.</summary>
public abstract class IndexContract
{
    protected abstract IAgreementIndex Index { get; }

    /// <summary>More agreements than the index reads at once.</summary>
    protected virtual int MoreThanAPage => 1_001;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task QueryAsync_Empty_IsOneEmptyPage()
    {
        var page = await Index.QueryAsync(new AgreementQuery(), Cancellation);

        Assert.Empty(page.Items);
        Assert.Null(page.Continuation);
    }

    [Fact]
    public async Task QueryAsync_Stored_GivesEveryMember()
    {
        var summary = Summary(0) with
        {
            WaitingOn = [new WaitingFor("Zoë Ødegård", "Lakeside", WaitingPurpose.Approval, SampleEntries.Start, SampleEntries.Start.AddDays(14))],
            NextDue = SampleEntries.Start.AddTicks(1),
        };
        await Index.UpsertAsync(summary, Cancellation);

        var found = Assert.Single((await Index.QueryAsync(new AgreementQuery(), Cancellation)).Items);

        Assert.Equivalent(summary, found, strict: true);
    }

    [Fact]
    public async Task UpsertAsync_Newer_ReplacesOlder()
    {
        var summary = Summary(0) with { Position = 3 };
        await Index.UpsertAsync(summary, Cancellation);
        await Index.UpsertAsync(summary with { Position = 4, Title = "Renamed", Status = AgreementStatus.Signing }, Cancellation);

        Assert.Equal("Renamed", Assert.Single((await Index.QueryAsync(new AgreementQuery(), Cancellation)).Items).Title);
        Assert.Single((await Index.QueryAsync(new AgreementQuery { Status = AgreementStatus.Signing, Text = "renamed" }, Cancellation)).Items);
        Assert.Empty((await Index.QueryAsync(new AgreementQuery { Status = summary.Status }, Cancellation)).Items);
    }

    [Fact]
    public async Task UpsertAsync_Older_IsIgnored()
    {
        var summary = Summary(0) with { Position = 3, NextDue = SampleEntries.Start };
        await Index.UpsertAsync(summary, Cancellation);
        await Index.UpsertAsync(summary with { Position = 2, Title = "Stale", NextDue = SampleEntries.Start.AddDays(-1) }, Cancellation);

        Assert.Equal(summary.Title, Assert.Single((await Index.QueryAsync(new AgreementQuery(), Cancellation)).Items).Title);
        Assert.Empty((await Index.QueryAsync(new AgreementQuery { DueBefore = SampleEntries.Start }, Cancellation)).Items);
    }

    [Fact]
    public async Task UpsertAsync_SamePosition_ReplacesWhatOlderCodeSummedUp()
    {
        var summary = Summary(0) with { Position = 3 };
        await Index.UpsertAsync(summary, Cancellation);
        await Index.UpsertAsync(summary with { Title = "Summed up anew", NextDue = SampleEntries.Start }, Cancellation);

        Assert.Equal(["Summed up anew"], await TitlesAsync(new AgreementQuery()));
        Assert.Equal(["Summed up anew"], await TitlesAsync(new AgreementQuery { DueBefore = SampleEntries.Start.AddTicks(1) }));
    }

    [Fact]
    public async Task UpsertAsync_LargestSummary_IsKeptWhole()
    {
        // As many approvers as a request can name, with names as long as it can give.
        var summary = Summary(0) with
        {
            WaitingOn = [.. Enumerable.Range(0, 200).Select(n =>
                new WaitingFor($"{n} {new string('\u00e9', 196)}", new string('p', 40), WaitingPurpose.Approval, SampleEntries.Start, SampleEntries.Start))],
        };
        await Index.UpsertAsync(summary, Cancellation);

        Assert.Equal(summary.WaitingOn, Assert.Single((await Index.QueryAsync(new AgreementQuery(), Cancellation)).Items).WaitingOn);
    }

    [Fact]
    public async Task UpsertAsync_ManyPositionsAtOnce_KeepsTheNewest()
    {
        var summary = Summary(0);

        await Parallel.ForEachAsync(Enumerable.Range(0, 100), Cancellation, async (position, cancellation) =>
            await Index.UpsertAsync(summary with { Position = position, Title = $"Title {position}" }, cancellation));

        Assert.Equal("Title 99", Assert.Single((await Index.QueryAsync(new AgreementQuery(), Cancellation)).Items).Title);
    }

    [Fact]
    public async Task QueryAsync_PageByPage_GivesEachOnceNewestFirst()
    {
        // Several start at the same instant, so that the order within it is put to the test too.
        var summaries = Enumerable.Range(0, 23).Select(n => Summary(n) with { StartedAt = SampleEntries.Start.AddMinutes(n / 4) }).ToList();
        await StoreAsync(summaries);

        var pages = await ReadPagesAsync(new AgreementQuery { Top = 5 });

        Assert.Equal([5, 5, 5, 5, 3], pages.Select(page => page.Count));
        var items = pages.SelectMany(page => page).ToList();
        Assert.Equal(summaries.Count, items.Select(item => item.Id).Distinct().Count());
        Assert.Equal(items.Select(item => item.StartedAt).OrderDescending(), items.Select(item => item.StartedAt));
    }

    [Fact]
    public async Task QueryAsync_LastPageFull_HasNoContinuation()
    {
        await StoreAsync(Enumerable.Range(0, 4).Select(Summary));

        var first = await Index.QueryAsync(new AgreementQuery { Top = 2 }, Cancellation);
        var second = await Index.QueryAsync(new AgreementQuery { Top = 2, Continuation = first.Continuation }, Cancellation);

        Assert.NotNull(first.Continuation);
        Assert.Equal(2, second.Items.Count);
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task QueryAsync_AgreementStartedBetweenPages_ShiftsNothing()
    {
        await StoreAsync(Enumerable.Range(0, 4).Select(Summary));
        var first = await Index.QueryAsync(new AgreementQuery { Top = 2 }, Cancellation);

        await Index.UpsertAsync(Summary(100), Cancellation);
        var second = await Index.QueryAsync(new AgreementQuery { Top = 2, Continuation = first.Continuation }, Cancellation);

        Assert.Equal(["Title 3", "Title 2"], first.Items.Select(item => item.Title));
        Assert.Equal(["Title 1", "Title 0"], second.Items.Select(item => item.Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\u20ac")]
    [InlineData("eyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQeyJhIjoxfQ")]
    public async Task QueryAsync_ContinuationThatIsNone_ThrowsFormatException(string continuation) =>
        await Assert.ThrowsAsync<FormatException>(async () =>
            await Index.QueryAsync(new AgreementQuery { Continuation = continuation }, Cancellation));

    [Fact]
    public async Task QueryAsync_ContinuationCutShort_ThrowsFormatException()
    {
        await StoreAsync(Enumerable.Range(0, 2).Select(Summary));
        var token = (await Index.QueryAsync(new AgreementQuery { Top = 1 }, Cancellation)).Continuation!;

        await Assert.ThrowsAsync<FormatException>(async () =>
            await Index.QueryAsync(new AgreementQuery { Continuation = token[..^4] }, Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task QueryAsync_PageSizeOutOfRange_Throws(int top) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Index.QueryAsync(new AgreementQuery { Top = top }, Cancellation));

    [Fact]
    public async Task QueryAsync_ByStatusAndForm_GivesThoseThatMatchBoth()
    {
        await StoreAsync(
        [
            Summary(0) with { Status = AgreementStatus.Signing, Form = AllianceForm.JointVenture },
            Summary(1) with { Status = AgreementStatus.Signing, Form = AllianceForm.EquityAlliance },
            Summary(2) with { Status = AgreementStatus.Archived, Form = AllianceForm.JointVenture },
        ]);

        Assert.Equal(["Title 1", "Title 0"], await TitlesAsync(new AgreementQuery { Status = AgreementStatus.Signing }));
        Assert.Equal(["Title 2", "Title 0"], await TitlesAsync(new AgreementQuery { Form = AllianceForm.JointVenture }));
        Assert.Equal(["Title 0"], await TitlesAsync(new AgreementQuery { Status = AgreementStatus.Signing, Form = AllianceForm.JointVenture }));
    }

    [Theory]
    [InlineData("great lakes", true)]
    [InlineData("LAKES CARD", true)]
    [InlineData("k", true)]
    [InlineData("aa-2026-7f3k", true)]
    [InlineData("lakeside", true)]
    [InlineData("50% of 10_0", true)]
    [InlineData("50%10", false)]
    [InlineData("10x0", false)]
    [InlineData("great  lakes", false)]
    [InlineData("' OR '1'='1", false)]
    [InlineData("\"", false)]
    public async Task QueryAsync_ByText_FindsReferenceTitleAndPartiesLiterally(string text, bool found)
    {
        await StoreAsync(
        [
            Summary(0) with
            {
                Reference = "AA-2026-7F3K-9Q2M", Title = "Great Lakes Cardiac Imaging, 50% of 10_0", Parties = ["Lakeside", "Northgate"],
            },
            Summary(1) with { Title = "Something Else", Parties = ["Other"] },
        ]);

        var titles = await TitlesAsync(new AgreementQuery { Text = text });

        Assert.Equal(found, titles.Any(title => title.StartsWith("Great Lakes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task QueryAsync_ByDue_GivesThoseDueEarlierOnly()
    {
        var now = SampleEntries.Start;
        await StoreAsync(
        [
            Summary(0) with { NextDue = now.AddTicks(-1) },
            Summary(1) with { NextDue = now },
            Summary(2) with { NextDue = null },
            Summary(3) with { NextDue = new DateTimeOffset(now.AddHours(-1).DateTime.AddHours(5), TimeSpan.FromHours(5)) },
        ]);

        Assert.Equal(["Title 3", "Title 0"], await TitlesAsync(new AgreementQuery { DueBefore = now }));
    }

    [Fact]
    public async Task QueryAsync_ByDuePageByPage_GivesEachOnceEarliestDueFirst()
    {
        // Several are due at the same instant, so that the order within it is put to the test too.
        var summaries = Enumerable.Range(0, 11).Select(n => Summary(n) with { NextDue = SampleEntries.Start.AddDays((11 - n) / 3) }).ToList();
        await StoreAsync(summaries);

        var pages = await ReadPagesAsync(new AgreementQuery { DueBefore = SampleEntries.Start.AddYears(1), Top = 2 });

        var items = pages.SelectMany(page => page).ToList();
        Assert.Equal(summaries.Count, items.Select(item => item.Id).Distinct().Count());
        Assert.Equal(items.Select(item => item.NextDue).Order(), items.Select(item => item.NextDue));
        Assert.All(pages.SkipLast(1), page => Assert.Equal(2, page.Count));
    }

    [Fact]
    public async Task QueryAsync_ByDueAfterItMoved_GoesByWhatIsDueNow()
    {
        var now = SampleEntries.Start;
        await Index.UpsertAsync(Summary(0) with { NextDue = now }, Cancellation);
        var moved = Summary(1) with { NextDue = now };
        await Index.UpsertAsync(moved, Cancellation);
        await Index.UpsertAsync(moved with { Position = 1, NextDue = now.AddDays(30) }, Cancellation);

        Assert.Equal(["Title 0"], await TitlesAsync(new AgreementQuery { DueBefore = now.AddDays(1) }));
        Assert.Equal(["Title 0", "Title 1"], await TitlesAsync(new AgreementQuery { DueBefore = now.AddDays(31) }));

        await Index.UpsertAsync(moved with { Position = 2, NextDue = null }, Cancellation);

        Assert.Equal(["Title 0"], await TitlesAsync(new AgreementQuery { DueBefore = now.AddDays(31) }));
    }

    [Fact]
    public async Task QueryAsync_ContinuationOfAnotherOrder_ThrowsFormatException()
    {
        await StoreAsync(Enumerable.Range(0, 2).Select(Summary));
        var token = (await Index.QueryAsync(new AgreementQuery { Top = 1 }, Cancellation)).Continuation!;

        await Assert.ThrowsAsync<FormatException>(async () =>
            await Index.QueryAsync(new AgreementQuery { DueBefore = SampleEntries.Start, Continuation = token }, Cancellation));
    }

    [Theory]
    [InlineData("Northgate", true)]
    [InlineData("northGATE", true)]
    [InlineData("North", false)]
    [InlineData("Lakeside, Northgate", false)]
    [InlineData("Great Lakes", false)]
    [InlineData("Gate%", false)]
    public async Task QueryAsync_ByParty_FindsWholeShortNamesOfPartiesOnly(string party, bool found)
    {
        await StoreAsync([Summary(0) with { Title = "Great Lakes", Parties = ["Lakeside", "Northgate"] }, Summary(1) with { Parties = ["Gate"] }]);

        Assert.Equal(found ? ["Great Lakes"] : [], await TitlesAsync(new AgreementQuery { Party = party }));
    }

    [Fact]
    public async Task QueryAsync_ByTextAndParty_GivesThoseThatMatchBoth()
    {
        await StoreAsync(
        [
            Summary(0) with { Title = "Imaging", Parties = ["Lakeside"] },
            Summary(1) with { Title = "Imaging", Parties = ["Northgate"] },
            Summary(2) with { Title = "Oncology", Parties = ["Northgate"] },
        ]);

        var found = Assert.Single((await Index.QueryAsync(new AgreementQuery { Text = "imag", Party = "northgate" }, Cancellation)).Items);
        Assert.Equal("AA-2026-0000-0001", found.Reference);
    }

    [Fact]
    public async Task QueryAsync_TextOrPartyTooLong_Throws()
    {
        var text = new string('x', AgreementQuery.MaximumText + 1);

        await Assert.ThrowsAsync<ArgumentException>(async () => await Index.QueryAsync(new AgreementQuery { Text = text }, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Index.QueryAsync(new AgreementQuery { Party = text }, Cancellation));
    }

    [Fact]
    public async Task QueryAsync_EveryCriterionPageByPage_GivesAllThatMatch()
    {
        await StoreAsync(Enumerable.Range(0, 60).Select(n => Summary(n) with
        {
            Status = n % 2 == 0 ? AgreementStatus.InApproval : AgreementStatus.Signing,
            Form = n % 3 == 0 ? AllianceForm.JointVenture : AllianceForm.EquityAlliance,
            NextDue = n < 30 ? SampleEntries.Start.AddDays(-n) : null,
        }));

        var pages = await ReadPagesAsync(new AgreementQuery
        {
            Status = AgreementStatus.InApproval,
            Form = AllianceForm.JointVenture,
            Text = "TITLE",
            Party = "mayfair",
            DueBefore = SampleEntries.Start.AddDays(1),
            Top = 2,
        });

        Assert.Equal(["Title 24", "Title 18", "Title 12", "Title 6", "Title 0"], pages.SelectMany(page => page).Select(item => item.Title));
    }

    [Fact]
    public async Task ListAsync_MoreThanOnePage_TellsEachOnceWithItsPosition()
    {
        var summaries = Enumerable.Range(0, MoreThanAPage).Select(n => Summary(n) with { Position = n }).ToList();
        await StoreAsync(summaries);

        var listed = await Index.ListAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(
            summaries.Select(summary => new RecordHead(summary.Id, summary.Position)).OrderBy(head => head.Position),
            listed.OrderBy(head => head.Position));
    }

    [Fact]
    public async Task FindPositionsAsync_SomeIndexed_TellsThoseAlone()
    {
        var summaries = Enumerable.Range(0, 70).Select(n => Summary(n) with { Position = n }).ToList();
        await StoreAsync(summaries);
        await Index.UpsertAsync(summaries[7] with { Position = 700 }, Cancellation);

        var positions = await Index.FindPositionsAsync(
            [AgreementId.New(), .. summaries.Take(60).Select(summary => summary.Id), AgreementId.New()], Cancellation);

        Assert.Equal(
            summaries.Take(60).ToDictionary(summary => summary.Id, summary => summary.Position == 7 ? 700 : summary.Position), positions);
    }

    [Fact]
    public async Task FindPositionsAsync_OfNone_IsEmpty() => Assert.Empty(await Index.FindPositionsAsync([], Cancellation));

    [Fact]
    public async Task RemoveAsync_Indexed_IsForgottenEverywhere()
    {
        var kept = Summary(0) with { NextDue = SampleEntries.Start };
        var gone = Summary(1) with { NextDue = SampleEntries.Start, Position = 5 };
        await StoreAsync([kept, gone]);

        await Index.RemoveAsync(gone.Id, Cancellation);

        Assert.Equal(["Title 0"], await TitlesAsync(new AgreementQuery()));
        Assert.Equal(["Title 0"], await TitlesAsync(new AgreementQuery { Text = "title" }));
        Assert.Equal(["Title 0"], await TitlesAsync(new AgreementQuery { DueBefore = SampleEntries.Start.AddDays(1) }));
        Assert.Equal([kept.Id], (await Index.FindPositionsAsync([kept.Id, gone.Id], Cancellation)).Keys);
        Assert.Equal([kept.Id], await Index.ListAsync(Cancellation).Select(head => head.Id).ToListAsync(Cancellation));

        await Index.UpsertAsync(gone with { Position = 0, Title = "Begun anew" }, Cancellation);
        Assert.Equal(["Begun anew", "Title 0"], await TitlesAsync(new AgreementQuery()));
    }

    [Fact]
    public async Task RemoveAsync_NotIndexed_DoesNothing()
    {
        await Index.UpsertAsync(Summary(0), Cancellation);

        await Index.RemoveAsync(AgreementId.New(), Cancellation);

        Assert.Equal(["Title 0"], await TitlesAsync(new AgreementQuery()));
    }

    private static AgreementSummary Summary(int number) => new(
        AgreementId.New(), $"AA-2026-0000-{number:D4}", string.Create(CultureInfo.InvariantCulture, $"Title {number}"), AllianceForm.JointVenture,
        AgreementStatus.InApproval, 1, ["Mayfair", "Northgate"], [], SampleEntries.Start.AddMinutes(number), SampleEntries.Start.AddMinutes(number),
        null, 0);

    private Task StoreAsync(IEnumerable<AgreementSummary> summaries) => Parallel.ForEachAsync(
        summaries, Cancellation, async (summary, cancellation) => await Index.UpsertAsync(summary, cancellation));

    private async Task<IEnumerable<string>> TitlesAsync(AgreementQuery query) =>
        (await Index.QueryAsync(query, Cancellation)).Items.Select(item => item.Title);

    private async Task<List<IReadOnlyList<AgreementSummary>>> ReadPagesAsync(AgreementQuery query)
    {
        var pages = new List<IReadOnlyList<AgreementSummary>>();
        string? continuation = null;
        do
        {
            var page = await Index.QueryAsync(query with { Continuation = continuation }, Cancellation);
            pages.Add(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return pages;
    }
}
