using AllianceAgreements.Contracts;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class WaitingInstancesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_ManyInstances_NothingOfThemStaysInMemory()
    {
        var alive = new List<WeakReference>();
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog().Orchestrator("Test", async context =>
        {
            lock (alive)
            {
                alive.Add(new WeakReference(context));
            }

            using var giveUp = new CancellationTokenSource();
            var reminder = context.CreateTimer(TimeSpan.FromDays(7), giveUp.Token);
            await Task.WhenAny(reminder, context.WaitForExternalEvent<string>("go"));
            giveUp.Cancel();
            return "done";
        }));
        for (var i = 0; i < 200; i++)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        }

        await host.WaitUntilIdleAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(200, alive.Count);

        // The last ones may still be on a thread's stack.
        Assert.InRange(alive.Count(context => context.IsAlive), 0, 4);
    }

    [Fact]
    public async Task WaitForInstanceCompletion_GivenUp_LeavesNothingBehind()
    {
        await using var host = await EmbeddedHarness.StartAsync(
            new OrchestrationCatalog().Orchestrator("Test", context => context.WaitForExternalEvent<string>("go")));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        using var giveUp = new CancellationTokenSource();

        var wait = host.Client.WaitForInstanceCompletionAsync(id, cancellationToken: giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal(0, host.Engine.Completions.Waiting);
    }

    [Fact]
    public async Task StopAsync_SomeoneWaits_IsTold()
    {
        await using var host = await EmbeddedHarness.StartAsync(
            new OrchestrationCatalog().Orchestrator("Test", context => context.WaitForExternalEvent<string>("go")));
        var client = host.Client;
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        await host.WaitUntilIdleAsync();
        var wait = client.WaitForInstanceCompletionAsync(id, cancellationToken: Cancel);

        await host.StopHostAsync();

        await Assert.ThrowsAsync<EngineStoppedException>(() => wait);
        await Assert.ThrowsAsync<EngineStoppedException>(() => client.RaiseEventAsync(id, "go", "late", Cancel));
    }

    [Fact]
    public async Task StopAsync_ActivityIgnoresTheToken_StopsWhenTheHostIsInAHurry()
    {
        var attempts = 0;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallActivityAsync<string>("Deaf"))
            .Activity<object?, string>("Deaf", (_, _) =>
            {
                begun.TrySetResult();
                return Interlocked.Increment(ref attempts) == 1 ? release.Task : Task.FromResult("second attempt");
            }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        await begun.Task;

        await host.Engine.StopAsync(new CancellationToken(canceled: true));
        release.SetResult("first attempt, too late");
        await host.RestartHostAsync();

        Assert.Equal("second attempt", (await host.WaitForEndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task StopAsync_TimersCameDueMeanwhile_LeavesThemToTheNextStart()
    {
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog().Orchestrator("Test", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return "reminded";
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        await host.WaitUntilIdleAsync();
        var stopped = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.OnCrashPoint = (point, _) =>
        {
            if (point == CrashPoint.AfterCommit && !stopped.Task.IsCompleted)
            {
                host.Clock.Advance(TimeSpan.FromDays(2));
                stopped.SetResult(host.Engine.StopAsync(CancellationToken.None));
            }
        };
        await host.Client.RaiseEventAsync(id, "anything", cancellationToken: Cancel);

        await await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await host.RestartHostAsync();

        Assert.Equal("reminded", (await host.WaitForEndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task CreateTimer_LostAndCancelled_LeavesNoTimerBehind()
    {
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog().Orchestrator("Test", async context =>
        {
            using var giveUp = new CancellationTokenSource();
            var reminder = context.CreateTimer(TimeSpan.FromDays(7), giveUp.Token);
            await context.WaitForExternalEvent<string>("go");
            giveUp.Cancel();
            await context.WaitForExternalEvent<string>("end");
            return reminder.Status.ToString();
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        await host.Client.RaiseEventAsync(id, "go", "now", Cancel);
        await host.WaitUntilIdleAsync();

        await host.AdvanceAsync(TimeSpan.FromDays(8));
        await host.Client.RaiseEventAsync(id, "end", "now", Cancel);
        await host.WaitForEndAsync(id);

        var history = await host.Client.GetHistoryAsync(id, Cancel);
        Assert.Contains(history, e => e.Type is "TimerCanceled");
        Assert.DoesNotContain(history, e => e.Type is "TimerFired");
    }
}
