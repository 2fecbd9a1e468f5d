using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    [Fact]
    public async Task GetInstances_ByStatus_GivesOnlyThose()
    {
        await using var host = await StartWithInstancesAsync();

        Assert.Equal(["b-2", "a-1"], await IdsAsync(host, new() { Statuses = [OrchestrationRuntimeStatus.Running] }));
        Assert.Equal(["c-3"], await IdsAsync(host, new() { Statuses = [OrchestrationRuntimeStatus.Terminated] }));
        Assert.Equal(
            ["c-3", "b-2", "a-1"],
            await IdsAsync(host, new() { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Terminated] }));
        Assert.Empty(await IdsAsync(host, new() { Statuses = [] }));
    }

    [Fact]
    public async Task GetInstances_ByTime_FromIsInAndToIsOut()
    {
        await using var host = await StartWithInstancesAsync();
        var second = (await host.Client.GetInstanceAsync("b-2"))!.CreatedAt;

        Assert.Equal(["c-3", "b-2"], await IdsAsync(host, new() { CreatedFrom = second }));
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
        Assert.Equal(["c-3", "b-2", "a-1"], await IdsAsync(host, new() { Text = "tes" }));
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
    public async Task GetInstances_PageByPage_EachOnceNewestFirst()
    {
        await using var host = await StartWithInstancesAsync();

        var first = await host.Client.GetInstancesAsync(new() { PageSize = 2 });
        await StartTestAsync(host, instanceId: "d-4");
        var second = await host.Client.GetInstancesAsync(new() { PageSize = 2, ContinuationToken = first.ContinuationToken });

        Assert.Equal(["c-3", "b-2"], first.Items.Select(item => item.InstanceId));
        Assert.Equal(["a-1"], second.Items.Select(item => item.InstanceId));
        Assert.Null(second.ContinuationToken);
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

    private static async Task<IEnumerable<string>> IdsAsync(OrchestrationHarness host, OrchestrationQuery query) =>
        (await host.Client.GetInstancesAsync(query)).Items.Select(item => item.InstanceId);
}
