using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

/// <summary>Orchestrators that await what cannot be replayed fail with a clear word, instead of hanging for ever.</summary>
public sealed class ForeignTaskTests
{
    [Fact]
    public async Task Await_OnlyAForeignTask_FailsAtOnce()
    {
        var never = new TaskCompletionSource<string>();

        Assert.Contains("awaits a task that its context did not make", await FailureOfAsync(_ => never.Task), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Await_ForeignTaskBesideAWait_FailsWhenItCompletes()
    {
        var foreign = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog().Orchestrator("Test", async context =>
        {
            var go = context.WaitForExternalEvent<string>("go");
            context.SetCustomStatus("waiting");
            await foreign.Task;
            return await go;
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: TestContext.Current.CancellationToken);
        await host.WaitForStatusAsync(id, "waiting");

        foreign.SetResult("from another thread");

        var ended = await host.WaitForEndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("did not make", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivity_FromAnotherThread_Fails() => Assert.Contains(
        "did not make",
        await FailureOfAsync(async context => await Task.Run(() => context.CallActivityAsync<string>("Any"))),
        StringComparison.Ordinal);

    [Fact]
    public async Task Await_YieldAndCompletedTasks_IsFine()
    {
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog().Orchestrator("Test", async context =>
        {
            await Task.Yield();
            await Task.CompletedTask;
            var parts = await Task.WhenAll(
                Task.FromResult("a"),
                context.WaitForExternalEvent<string>("go").ContinueWith(
                    go => go.Result, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current));
            return string.Concat(parts);
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: TestContext.Current.CancellationToken);

        await host.Client.RaiseEventAsync(id, "go", "b", TestContext.Current.CancellationToken);

        Assert.Equal("ab", (await host.WaitForEndAsync(id)).ReadOutputAs<string>());
    }

    private static async Task<string> FailureOfAsync(Func<OrchestrationContext, Task<string>> code)
    {
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog().Orchestrator("Test", code));
        var ended = await host.WaitForEndAsync(await host.Client.ScheduleNewOrchestrationInstanceAsync("Test"));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        return ended.FailureDetails!.ErrorMessage;
    }
}
