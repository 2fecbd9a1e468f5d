using AllianceAgreements.Contracts;
using AllianceAgreements.Functions.Tests.Hosting;
using AllianceAgreements.Testing.Servers;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Orchestration;

/// <summary>The contract of the engines, on the real host.</summary>
[Collection(FunctionsHost.Collection)]
public sealed class HostOrchestrationTests(AzuriteServer azurite) : OrchestrationContract
{
    private static readonly OrchestratorName<string, string> Child = new("Child");

    [Fact]
    public async Task CallSubOrchestrator_InstanceIdIsRunning_StartsItOverAsAChild()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallSubOrchestratorAsync(Child, "second", new TaskOptions { InstanceId = "the-child" }))
            .Orchestrator<string, string>(Child.Value, async (context, input) =>
            {
                context.SetCustomStatus(input);
                return $"{input} {await context.WaitForExternalEvent<string>("go")}";
            }));
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            Child.Value, "first", new StartOrchestrationOptions { InstanceId = "the-child" });
        await host.WaitForStatusAsync("the-child", "first");

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test");
        await host.WaitForStatusAsync("the-child", "second");
        await host.Client.RaiseEventAsync("the-child", "go", "now");

        Assert.Equal("second now", (await host.WaitForEndAsync(id)).ReadOutputAs<string>());
    }

    protected override async Task<OrchestrationHarness> StartHostAsync(OrchestrationCatalog catalog)
    {
        Assert.SkipUnless(FunctionsHost.IsInstalled, FunctionsHost.Missing);
        return await HostHarness.StartAsync(catalog, azurite.ConnectionString);
    }
}
