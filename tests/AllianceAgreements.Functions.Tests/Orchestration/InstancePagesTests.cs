using AllianceAgreements.Functions.Orchestration;
using Microsoft.DurableTask.Client;
using Xunit;
using OrchestrationQuery = AllianceAgreements.Workflows.Orchestration.OrchestrationQuery;
using Status = AllianceAgreements.Workflows.Orchestration.OrchestrationRuntimeStatus;

namespace AllianceAgreements.Functions.Tests.Orchestration;

public sealed class InstancePagesTests
{
    private static readonly DateTimeOffset Begin = new(2030, 1, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Read_PageByPage_EachOnceNewestFirst()
    {
        var client = new FakePlatformClient([.. Enumerable.Range(0, 7).Select(i => Instance($"id-{i * 3 % 7}", minutes: i / 2))]);
        List<string> seen = [];
        string? continuation = null;
        do
        {
            var page = await InstancePages.ReadAsync(client, new() { PageSize = 3, ContinuationToken = continuation }, CancellationToken.None);
            Assert.InRange(page.Items.Count, 1, 3);
            seen.AddRange(page.Items.Select(item => item.InstanceId));
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);

        Assert.Equal(["id-4", "id-5", "id-1", "id-6", "id-2", "id-3", "id-0"], seen);
        Assert.Equal(3, client.Queries.Count);
        Assert.Equal(Begin.AddMinutes(2), client.Queries[1].CreatedTo);
    }

    [Fact]
    public async Task Read_WhatThePlatformCannotFilter_IsFilteredHere()
    {
        var client = new FakePlatformClient(Instance("a-1", 0), Instance("b-2", 1), Instance("c-3", 2));

        Assert.Equal(["b-2"], await IdsAsync(client, new() { Text = "B-" }));
        Assert.Equal(["c-3", "b-2", "a-1"], await IdsAsync(client, new() { Text = "agree" }));
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

        await IdsAsync(client, new() { Statuses = [Status.Failed, Status.Suspended], InstanceIdPrefix = "a", CreatedFrom = Begin });

        var asked = Assert.Single(client.Queries);
        Assert.Equal([OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Suspended], asked.Statuses);
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
            RuntimeStatus = OrchestrationRuntimeStatus.Failed,
            SerializedOutput = "System.FormatException: no such thing: at all",
        };

        var item = Assert.Single((await InstancePages.ReadAsync(
            new FakePlatformClient(failed), new() { FetchInputsAndOutputs = true }, CancellationToken.None)).Items);

        Assert.Equal(("System.FormatException", "no such thing: at all"), (item.FailureDetails!.ErrorType, item.FailureDetails.ErrorMessage));
        Assert.Null(item.SerializedOutput);
    }

    private static OrchestrationMetadata Instance(string id, int minutes) => new("Agreement", id)
    {
        CreatedAt = Begin.AddMinutes(minutes),
        LastUpdatedAt = Begin.AddMinutes(minutes),
        RuntimeStatus = OrchestrationRuntimeStatus.Running,
    };

    private static async Task<IEnumerable<string>> IdsAsync(DurableTaskClient client, OrchestrationQuery query) =>
        (await InstancePages.ReadAsync(client, query, CancellationToken.None)).Items.Select(item => item.InstanceId);
}
