using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    private static readonly OrchestratorName<string, string> Child = new("Child");

    [Fact]
    public async Task CallSubOrchestrator_Completes_GivesItsOutput()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallSubOrchestratorAsync(Child, "round 1"))
            .Orchestrator(Child.Value, (OrchestrationContext context, string input) =>
                Task.FromResult($"{input} of {context.Parent!.Name} {context.Parent.InstanceId}")));

        var id = await StartTestAsync(host, instanceId: "parent");

        Assert.Equal("round 1 of Test parent", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CallSubOrchestrator_Fails_ThrowsWithItsDetails()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
            {
                try
                {
                    return await context.CallSubOrchestratorAsync(Child, "round 1");
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}: {e.FailureDetails.ErrorType}: {e.FailureDetails.ErrorMessage}";
                }
            })
            .Orchestrator<string, string>(Child.Value, (_, input) => throw new FormatException($"{input} went wrong")));

        var id = await StartTestAsync(host);

        Assert.Equal("Child: System.FormatException: round 1 went wrong", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CallSubOrchestrator_UnknownName_FailsAndNamesIt()
    {
        await using var host = await StartHostAsync(context => context.CallSubOrchestratorAsync<string>("Nonesuch"));

        var id = await StartTestAsync(host);

        Assert.Contains("Nonesuch", (await FailureAsync(host, id)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallSubOrchestrator_WithInstanceId_RunsUnderIt()
    {
        await using var host = await StartWithWaitingChildAsync();
        var id = await StartTestAsync(host);
        var child = await host.WaitForStatusAsync("the-child", "waiting");

        await host.Client.RaiseEventAsync("the-child", "go", "there");

        Assert.Equal(id, child.ParentInstanceId);
        Assert.Equal("there", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CallSubOrchestrator_InstanceIdIsRunning_FailsOrStartsItOverAsTheEngineSays()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallSubOrchestratorAsync(
                Child, "second", new TaskOptions { InstanceId = "the-child" }))
            .Orchestrator<string, string>(Child.Value, async (context, input) =>
            {
                context.SetCustomStatus(input);
                return $"{input} {await context.WaitForExternalEvent<string>("go")}";
            }));
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            Child.Value, "first", new StartOrchestrationOptions { InstanceId = "the-child" });
        await host.WaitForStatusAsync("the-child", "first");

        var id = await StartTestAsync(host);
        if (host.StartsRunningChildOver)
        {
            await host.WaitForStatusAsync("the-child", "second");
            await host.Client.RaiseEventAsync("the-child", "go", "now");

            Assert.Equal("second now", await OutputAsync<string>(host, id));
        }
        else
        {
            Assert.Contains("the-child", (await FailureAsync(host, id)).ErrorMessage, StringComparison.Ordinal);
            await host.Client.RaiseEventAsync("the-child", "go", "now");

            Assert.Equal("first now", await OutputAsync<string>(host, "the-child"));
        }
    }

    [Fact]
    public async Task CallSubOrchestrator_FailsThenSucceeds_IsRetried()
    {
        var attempts = 0;
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallSubOrchestratorAsync(
                Child, "x", new TaskOptions { Retry = new RetryPolicy(2, TimeSpan.Zero) }))
            .Orchestrator<string, string>(Child.Value, (context, input) => context.CallActivityAsync<string>("Flaky", input))
            .Activity<string, string>("Flaky", input => Interlocked.Increment(ref attempts) == 1 ? throw new TimeoutException() : input));

        var id = await StartTestAsync(host);

        Assert.Equal("x", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task TerminateInstance_ChildTerminated_FailsTheCall()
    {
        await using var host = await StartWithWaitingChildAsync();
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync("the-child", "waiting");

        await host.Client.TerminateInstanceAsync("the-child");

        Assert.Contains("terminated", (await FailureAsync(host, id)).ErrorMessage, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task TerminateInstance_WithRunningChild_TerminatesBoth()
    {
        await using var host = await StartWithWaitingChildAsync();
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync("the-child", "waiting");

        await host.Client.TerminateInstanceAsync(id, "withdrawn");

        var parent = await host.WaitForEndAsync(id);
        var child = await host.WaitForEndAsync("the-child");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, parent.RuntimeStatus);
        Assert.Equal("withdrawn", parent.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, child.RuntimeStatus);
    }

    private Task<OrchestrationHarness> StartWithWaitingChildAsync() => StartHostAsync(new OrchestrationCatalog()
        .Orchestrator("Test", context => context.CallSubOrchestratorAsync(
            Child, "", new TaskOptions { InstanceId = "the-child" }))
        .Orchestrator<string, string>(Child.Value, async (context, _) =>
        {
            context.SetCustomStatus("waiting");
            return await context.WaitForExternalEvent<string>("go");
        }));
}
