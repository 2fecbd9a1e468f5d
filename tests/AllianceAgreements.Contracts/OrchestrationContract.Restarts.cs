using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    [Fact]
    public async Task RestartHost_ActivityIsRunning_RunsItAgain()
    {
        var attempts = 0;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallActivityAsync<string>("Slow"))
            .Activity<object?, string>("Slow", async (_, cancellationToken) =>
            {
                if (Interlocked.Increment(ref attempts) == 1)
                {
                    begun.SetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                }

                return $"attempt {attempts}";
            }));
        var id = await StartTestAsync(host);
        await begun.Task;

        await host.RestartHostAsync();

        Assert.Equal("attempt 2", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task RestartHost_InstanceWaits_EventStillWakesIt()
    {
        await using var host = await StartHostAsync(async context =>
        {
            var first = await context.WaitForExternalEvent<string>("first");
            context.SetCustomStatus("between");
            return $"{first} {await context.WaitForExternalEvent<string>("second")}";
        });
        var id = await StartTestAsync(host);
        await host.Client.RaiseEventAsync(id, "first", "a");
        await host.WaitForStatusAsync(id, "between");

        await host.RestartHostAsync();
        await host.Client.RaiseEventAsync(id, "second", "b");

        Assert.Equal("a b", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task RestartHost_TimerIsPending_StillFires()
    {
        await using var host = await StartHostAsync(async context =>
        {
            context.SetCustomStatus("waiting");
            await context.CreateTimer(Pause, CancellationToken.None);
            return "reminded";
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.RestartHostAsync();
        await host.AdvanceAsync(Pause);

        Assert.Equal("reminded", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task RestartHost_WithOtherCode_NonDeterminismShowsBothSides()
    {
        await using var host = await StartHostAsync(Code("Draft"));
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "drafted");

        await host.RestartHostAsync(Code("Archive"));
        await host.Client.RaiseEventAsync(id, "go", "now");

        var failure = await FailureAsync(host, id);
        Assert.Contains("deterministic", failure.ErrorMessage, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Draft", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Archive", failure.ErrorMessage, StringComparison.Ordinal);

        static OrchestrationCatalog Code(string firstStep) => new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
            {
                await context.CallActivityAsync<string>(firstStep);
                context.SetCustomStatus("drafted");
                return await context.WaitForExternalEvent<string>("go");
            })
            .Activity<object?, string>("Draft", _ => "")
            .Activity<object?, string>("Archive", _ => "");
    }

    [Fact]
    public async Task RestartHost_CodeNowDoesLess_NonDeterminismIsDetected()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
            {
                await context.CallActivityAsync<string>("Draft");
                context.SetCustomStatus("drafted");
                return await context.WaitForExternalEvent<string>("go");
            })
            .Activity<object?, string>("Draft", _ => ""));
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "drafted");

        await host.RestartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.WaitForExternalEvent<string>("go")));
        await host.Client.RaiseEventAsync(id, "go", "now");

        Assert.Contains("Draft", (await FailureAsync(host, id)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewGuidAndTime_Replayed_AreTheSame()
    {
        var seen = new System.Collections.Concurrent.ConcurrentQueue<(Guid First, Guid Second, DateTime Time)>();
        await using var host = await StartHostAsync(async context =>
        {
            var first = context.NewGuid();
            seen.Enqueue((first, context.NewGuid(), context.CurrentUtcDateTime));
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("go");
            return first;
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await host.RestartHostAsync();
        await host.Client.RaiseEventAsync(id, "go", "now");

        var output = await OutputAsync<Guid>(host, id);
        Assert.True(seen.Count >= 2, "The code was not replayed.");
        var once = Assert.Single(seen.Distinct());
        Assert.Equal(output, once.First);
        Assert.NotEqual(once.First, once.Second);
        Assert.Equal('5', once.First.ToString("D")[14]);
        Assert.Equal(DateTimeKind.Utc, once.Time.Kind);
    }

    [Fact]
    public async Task IsReplaying_CodeRunsOverItsPast_IsTrueThenFalse()
    {
        var firstStep = new System.Collections.Concurrent.ConcurrentQueue<bool>();
        var secondStep = new System.Collections.Concurrent.ConcurrentQueue<bool>();
        await using var host = await StartHostAsync(async context =>
        {
            firstStep.Enqueue(context.IsReplaying);
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("go");
            secondStep.Enqueue(context.IsReplaying);
            return "";
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");
        await host.RestartHostAsync();

        await host.Client.RaiseEventAsync(id, "go", "now");
        await host.WaitForEndAsync(id);

        Assert.Equal([false, true], firstStep);
        Assert.Equal([false], secondStep);
    }
}
