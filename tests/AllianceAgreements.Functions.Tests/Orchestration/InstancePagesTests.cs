using AllianceAgreements.Functions.Orchestration;
using Microsoft.DurableTask.Client;
using Xunit;
using InstanceOrder = AllianceAgreements.Workflows.Orchestration.InstanceOrder;
using OrchestrationPage = AllianceAgreements.Workflows.Orchestration.OrchestrationPage;
using OrchestrationQuery = AllianceAgreements.Workflows.Orchestration.OrchestrationQuery;
using Status = Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;
using static AllianceAgreements.Workflows.Orchestration.OrchestrationRuntimeStatus;

namespace AllianceAgreements.Functions.Tests.Orchestration;

public sealed class InstancePagesTests
{
    private static readonly DateTimeOffset Begin = new(2030, 1, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Read_PageByPage_EachOnceInTheOrderOfTheirIds()
    {
        var client = new FakePlatformClient([.. Enumerable.Range(0, 7).Select(i => Instance($"id-{i * 3 % 7}", minutes: i / 2))]);

        var pages = await PagesAsync(client, new() { PageSize = 3 });

        Assert.Equal([["id-0", "id-1", "id-2"], ["id-3", "id-4", "id-5"], ["id-6"]], pages.Select(IdsOf));
        Assert.All(pages, page => Assert.Equal(InstanceOrder.ById, page.Order));
        Assert.Equal([3, 3, 3], client.Sizes);
    }

    [Fact]
    public async Task Read_ShortAndEmptyPagesThatGoOn_AreFollowedUntilThePageIsFull()
    {
        var client = new FakePlatformClient([.. Enumerable.Range(0, 30).Select(i => Instance($"id-{i:D2}", 0, i % 6 == 5 ? Status.Failed : Status.Running))])
        {
            RowsLookedThrough = 4,
        };

        var pages = await PagesAsync(client, new() { PageSize = 2, Statuses = [Failed] });

        Assert.Equal([["id-05", "id-11"], ["id-17", "id-23"], ["id-29"]], pages.Select(IdsOf));
    }

    [Fact]
    public async Task Read_NothingMatchesForLong_GivesAnEmptyPageThatGoesOn()
    {
        var client = new FakePlatformClient([.. Enumerable.Range(0, 25).Select(i => Instance($"id-{i:D2}", 0, i == 24 ? Status.Failed : Status.Running))])
        {
            RowsLookedThrough = 1,
        };

        var pages = await PagesAsync(client, new() { Statuses = [Failed] });

        Assert.Equal([[], [], ["id-24"]], pages.Select(IdsOf));
        Assert.Equal(25, client.Queries.Count);
    }

    [Fact]
    public async Task Read_MoreMatchesOfATextThanAPageHolds_GoesOnWithinThePlatformsPage()
    {
        var client = new FakePlatformClient([.. Enumerable.Range(0, 9).Select(i => Instance(i % 2 == 0 ? $"{i}-even" : $"{i}-odd", 0))]);

        var pages = await PagesAsync(client, new() { PageSize = 2, Text = "EVEN" });

        Assert.Equal([["0-even", "2-even"], ["4-even", "6-even"], ["8-even"]], pages.Select(IdsOf));
        Assert.All(client.Sizes, size => Assert.Equal(1000, size));
    }

    [Fact]
    public async Task Read_TextThatFewHave_LooksThroughABoundedNumberOfPages()
    {
        var client = new FakePlatformClient([.. Enumerable.Range(0, 25).Select(i => Instance($"id-{i:D2}", 0))]) { RowsLookedThrough = 2 };

        var first = await InstancePages.ReadAsync(client, new() { Text = "24" }, CancellationToken.None);

        Assert.Empty(first.Items);
        Assert.NotNull(first.ContinuationToken);
        Assert.Equal(InstancePages.MaximumRequests, client.Queries.Count);
    }

    [Fact]
    public async Task Read_TokenOfOtherCriteria_IsRefused()
    {
        var client = new FakePlatformClient(Instance("a-1", 0), Instance("b-2", 0));
        var token = (await InstancePages.ReadAsync(client, new() { PageSize = 1 }, CancellationToken.None)).ContinuationToken;

        await Assert.ThrowsAsync<ArgumentException>(() =>
            InstancePages.ReadAsync(client, new() { PageSize = 1, Text = "b", ContinuationToken = token }, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            InstancePages.ReadAsync(client, new() { PageSize = 1, ContinuationToken = token![..^4] }, CancellationToken.None));
        Assert.Equal(["b-2"], await IdsAsync(client, new() { PageSize = 5, ContinuationToken = token }));
    }

    [Fact]
    public async Task Read_WhatThePlatformCannotFilter_IsFilteredHere()
    {
        var client = new FakePlatformClient(Instance("a-1", 0), Instance("b-2", 1), Instance("c-3", 2));

        Assert.Equal(["b-2"], await IdsAsync(client, new() { Text = "B-" }));
        Assert.Equal(["a-1", "b-2", "c-3"], await IdsAsync(client, new() { Text = "agree" }));
        Assert.Equal(["a-1"], await IdsAsync(client, new() { CreatedTo = Begin.AddMinutes(1) }));
        Assert.Empty(await IdsAsync(client, new() { Text = "_" }));
    }

    [Fact]
    public async Task Read_NoStatusIsWanted_AsksForNothing()
    {
        var client = new FakePlatformClient(Instance("a-1", 0));

        Assert.Empty(await IdsAsync(client, new() { Statuses = [] }));
        Assert.Empty(client.Queries);
    }

    [Fact]
    public async Task Read_Filter_IsHandedOn()
    {
        var client = new FakePlatformClient();

        await IdsAsync(client, new() { Statuses = [Failed, Suspended], InstanceIdPrefix = "a", CreatedFrom = Begin });

        var asked = Assert.Single(client.Queries);
        Assert.Equal([Status.Failed, Status.Suspended], asked.Statuses);
        Assert.Equal(("a", Begin), (asked.InstanceIdPrefix, asked.CreatedFrom));
    }

    [Theory]
    [InlineData("made up")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAA")]
    [InlineData("f_________9h")]
    public async Task Read_ContinuationThatIsNone_IsRefused(string continuation) => await Assert.ThrowsAsync<ArgumentException>(
        () => InstancePages.ReadAsync(new FakePlatformClient(), new() { ContinuationToken = continuation }, CancellationToken.None));

    [Fact]
    public async Task Read_FailedInstance_ShowsItsFailureAndNoOutput()
    {
        var failed = new OrchestrationMetadata("Agreement", "a-1")
        {
            RuntimeStatus = Status.Failed,
            SerializedOutput = "System.FormatException: no such thing: at all",
        };

        var item = Assert.Single((await InstancePages.ReadAsync(
            new FakePlatformClient(failed), new() { FetchInputsAndOutputs = true }, CancellationToken.None)).Items);

        Assert.Equal(("System.FormatException", "no such thing: at all"), (item.FailureDetails!.ErrorType, item.FailureDetails.ErrorMessage));
        Assert.Null(item.SerializedOutput);
    }

    private static OrchestrationMetadata Instance(string id, int minutes, Status status = Status.Running) => new("Agreement", id)
    {
        CreatedAt = Begin.AddMinutes(minutes),
        LastUpdatedAt = Begin.AddMinutes(minutes),
        RuntimeStatus = status,
    };

    private static IEnumerable<string> IdsOf(OrchestrationPage page) => page.Items.Select(item => item.InstanceId);

    private static async Task<IEnumerable<string>> IdsAsync(DurableTaskClient client, OrchestrationQuery query) =>
        IdsOf(await InstancePages.ReadAsync(client, query, CancellationToken.None));

    private static async Task<List<OrchestrationPage>> PagesAsync(DurableTaskClient client, OrchestrationQuery query)
    {
        List<OrchestrationPage> pages = [];
        do
        {
            pages.Add(await InstancePages.ReadAsync(client, query with { ContinuationToken = pages.LastOrDefault()?.ContinuationToken }, CancellationToken.None));
        }
        while (pages[^1].ContinuationToken is not null);
        return pages;
    }
}
