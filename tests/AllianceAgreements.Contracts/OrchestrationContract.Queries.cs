using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    [Fact]
    public async Task GetInstances_ByStatus_GivesOnlyThose()
    {
        await using var host = await StartWithInstancesAsync();

        Assert.Equal(["a-1", "b-2"], await IdsAsync(host, new() { Statuses = [OrchestrationRuntimeStatus.Running] }));
        Assert.Equal(["c-3"], await IdsAsync(host, new() { Statuses = [OrchestrationRuntimeStatus.Terminated] }));
        Assert.Equal(
            ["a-1", "b-2", "c-3"],
            await IdsAsync(host, new() { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Terminated] }));
        Assert.Empty(await IdsAsync(host, new() { Statuses = [] }));
    }

    [Fact]
    public async Task GetInstances_ByTime_FromIsInAndToIsOut()
    {
        await using var host = await StartWithInstancesAsync();
        var second = (await host.Client.GetInstanceAsync("b-2"))!.CreatedAt;

        Assert.Equal(["b-2", "c-3"], await IdsAsync(host, new() { CreatedFrom = second }));
        Assert.Equal(["a-1"], await IdsAsync(host, new() { CreatedTo = second }));
    }

    [Fact]
    public async Task GetInstances_ByPrefix_GivesOnlyIdsThatBeginSo()
    {
        await using var host = await StartWithInstancesAsync();

        Assert.Equal(["b-2"], await IdsAsync(host, new() { InstanceIdPrefix = "b-" }));
        Assert.Empty(await IdsAsync(host, new() { InstanceIdPrefix = "-" }));
    }

    [Fact]
    public async Task GetInstances_ByText_LooksInIdAndNameIgnoringCase()
    {
        await using var host = await StartWithInstancesAsync();

        Assert.Equal(["b-2"], await IdsAsync(host, new() { Text = "B-" }));
        Assert.Equal(["a-1", "b-2", "c-3"], await IdsAsync(host, new() { Text = "tes" }));
        Assert.Empty(await IdsAsync(host, new() { Text = "%" }));
        Assert.Empty(await IdsAsync(host, new() { Text = "a_1" }));
    }

    [Fact]
    public async Task GetInstances_SeveralCriteria_AllMustHold()
    {
        await using var host = await StartWithInstancesAsync();

        Assert.Equal(
            ["a-1"],
            await IdsAsync(host, new() { Statuses = [OrchestrationRuntimeStatus.Running], InstanceIdPrefix = "a", Text = "test" }));
    }

    [Fact]
    public async Task GetInstances_PageByPage_EachOnceInTheOrderThatThePagesName()
    {
        await using var host = await StartWithInstancesAsync();

        List<OrchestrationMetadata> listed = [];
        var query = new OrchestrationQuery { PageSize = 2 };
        OrchestrationPage page;
        do
        {
            page = await host.Client.GetInstancesAsync(query);
            Assert.InRange(page.Items.Count, 0, 2);
            listed.AddRange(page.Items);
            if (query.ContinuationToken is null)
            {
                // One that comes while somebody turns the pages may or may not be listed, and moves no other.
                await StartTestAsync(host, instanceId: "d-4");
            }

            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null);

        Assert.Distinct(listed.Select(instance => instance.InstanceId));
        Assert.Superset(new HashSet<string> { "a-1", "b-2", "c-3" }, listed.Select(instance => instance.InstanceId).ToHashSet());
        Assert.Equal(
            page.Order == InstanceOrder.NewestFirst
                ? listed.OrderByDescending(instance => instance.CreatedAt)
                : listed.OrderBy(instance => instance.InstanceId, StringComparer.Ordinal),
            listed);
    }

    [Fact]
    public async Task GetInstances_PurgedFromPageToPage_MissesNone()
    {
        await using var host = await StartHostAsync(_ => Task.FromResult("done"));
        string[] ids = ["a-1", "b-2", "c-3", "d-4", "e-5"];
        foreach (var id in ids)
        {
            await host.WaitForEndAsync(await StartTestAsync(host, instanceId: id));
        }

        List<string> purged = [];
        var query = new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Completed], PageSize = 2 };
        do
        {
            var page = await host.Client.GetInstancesAsync(query);
            foreach (var item in page.Items)
            {
                Assert.Equal(1, await host.Client.PurgeInstanceAsync(item.InstanceId));
                purged.Add(item.InstanceId);
            }

            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null);

        Assert.Equal(ids, purged.Order(StringComparer.Ordinal));
        Assert.Empty(await IdsAsync(host, new()));
    }

    [Fact]
    public async Task GetInstances_CustomStatus_ComesWithoutBeingAskedFor()
    {
        await using var host = await StartHostAsync(context =>
        {
            context.SetCustomStatus("reading");
            return context.WaitForExternalEvent<string>("go");
        });
        await host.WaitForStatusAsync(await StartTestAsync(host), "reading");

        Assert.Equal("\"reading\"", Assert.Single((await host.Client.GetInstancesAsync(new())).Items).SerializedCustomStatus);
    }

    [Fact]
    public async Task GetInstances_InputsAndOutputs_OnlyWhenAskedFor()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<string, string>("Test", (_, input) => Task.FromResult($"{input} out")));
        await host.WaitForEndAsync(await StartTestAsync(host, "in"));

        var without = Assert.Single((await host.Client.GetInstancesAsync(new())).Items);
        var with = Assert.Single((await host.Client.GetInstancesAsync(new() { FetchInputsAndOutputs = true })).Items);

        Assert.Null(without.SerializedInput);
        Assert.Null(without.SerializedOutput);
        Assert.Equal("\"in\"", with.SerializedInput);
        Assert.Equal("\"in out\"", with.SerializedOutput);
    }

    [Fact]
    public async Task GetInstances_OutOfBounds_IsRefused()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        var client = host.Client;

        await Assert.ThrowsAsync<ArgumentException>(() => client.GetInstancesAsync(new() { PageSize = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetInstancesAsync(new() { PageSize = 1001 }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetInstancesAsync(new() { Text = new string('x', 201) }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetInstancesAsync(new() { ContinuationToken = "made up" }));
    }

    /// <summary>Three instances, a second apart: two that wait and one that was terminated.</summary>
    private async Task<OrchestrationHarness> StartWithInstancesAsync()
    {
        var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        foreach (var id in (string[])["a-1", "b-2", "c-3"])
        {
            await StartTestAsync(host, instanceId: id);
            await host.WaitUntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Running);
            await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        await host.Client.TerminateInstanceAsync("c-3");
        await host.WaitForEndAsync("c-3");
        return host;
    }

    /// <summary>In order of their ids, whatever order the engine lists them in.</summary>
    private static async Task<IEnumerable<string>> IdsAsync(OrchestrationHarness host, OrchestrationQuery query) =>
        (await host.Client.GetInstancesAsync(query)).Items.Select(item => item.InstanceId).Order(StringComparer.Ordinal);
}
