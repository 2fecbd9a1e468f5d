using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>
/// What every engine promises to orchestrations and clients. Each engine has a test class that derives from this one and
/// supplies a harness; nothing here knows which engine it runs on.
/// </summary>
public abstract partial class OrchestrationContract
{
    /// <summary>Starts a host that runs the catalogue on an empty store.</summary>
    protected abstract Task<OrchestrationHarness> StartHostAsync(OrchestrationCatalog catalog);

    /// <summary>Starts a host with one orchestrator, named Test.</summary>
    private Task<OrchestrationHarness> StartHostAsync<TOutput>(Func<OrchestrationContext, Task<TOutput>> code) =>
        StartHostAsync(new OrchestrationCatalog().Orchestrator("Test", code));

    private static async Task<string> StartTestAsync(OrchestrationHarness host, object? input = null, string? instanceId = null)
    {
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Test", input, new StartOrchestrationOptions { InstanceId = instanceId });
        await host.WaitUntilHearsAsync(id);
        return id;
    }

    private static async Task<T?> OutputAsync<T>(OrchestrationHarness host, string instanceId)
    {
        var ended = await host.WaitForEndAsync(instanceId);
        Assert.True(
            ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed,
            $"The instance is {ended.RuntimeStatus}: {ended.FailureDetails?.ErrorMessage}");
        return ended.ReadOutputAs<T>();
    }

    private static async Task<TaskFailureDetails> FailureAsync(OrchestrationHarness host, string instanceId)
    {
        var ended = await host.WaitForEndAsync(instanceId);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        return ended.FailureDetails!;
    }
}
