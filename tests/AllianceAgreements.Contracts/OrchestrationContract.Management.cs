using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    [Fact]
    public async Task ScheduleNewOrchestrationInstance_SameIdIsRunning_IsRefused()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        await StartTestAsync(host, instanceId: "one");

        var refusal = await Assert.ThrowsAsync<InstanceAlreadyExistsException>(() => StartTestAsync(host, instanceId: "one"));

        Assert.Equal("one", refusal.InstanceId);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstance_SameIdHasEnded_ReplacesIt()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<string, string>("Test", (_, input) => Task.FromResult(input)));
        await StartTestAsync(host, "first", "one");
        await host.WaitForEndAsync("one");

        await StartTestAsync(host, "second", "one");

        Assert.Equal("second", await OutputAsync<string>(host, "one"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("@one")]
    public async Task ScheduleNewOrchestrationInstance_IdOutOfItsLimits_IsRefused(string instanceId)
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));

        await Assert.ThrowsAsync<ArgumentException>(() => StartTestAsync(host, instanceId: instanceId));
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstance_StartAt_BeginsNotBefore()
    {
        await using var host = await StartHostAsync(context => Task.FromResult(context.CurrentUtcDateTime));
        var startAt = host.Now + Pause;

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Test", options: new StartOrchestrationOptions { StartAt = startAt });
        var before = await host.Client.GetInstanceAsync(id);
        await host.AdvanceAsync(Pause);

        Assert.Equal(OrchestrationRuntimeStatus.Pending, before!.RuntimeStatus);
        Assert.True(await OutputAsync<DateTime>(host, id) >= startAt.UtcDateTime);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstance_Version_IsSeenByTheCode()
    {
        await using var host = await StartHostAsync(context => Task.FromResult(context.Version));

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Test", options: new StartOrchestrationOptions { Version = "2.1" });

        Assert.Equal("2.1", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task SuspendInstance_EventComes_WaitsUntilResumed()
    {
        await using var host = await StartHostAsync(async context =>
        {
            context.SetCustomStatus("waiting");
            var first = await context.WaitForExternalEvent<string>("first");
            context.SetCustomStatus("moved");
            return $"{first} {await context.WaitForExternalEvent<string>("second")}";
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.Client.SuspendInstanceAsync(id, "legal hold");
        await host.WaitUntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        await host.Client.RaiseEventAsync(id, "first", "a");
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var held = await host.Client.GetInstanceAsync(id);
        await host.Client.ResumeInstanceAsync(id);
        await host.WaitForStatusAsync(id, "moved");
        await host.Client.RaiseEventAsync(id, "second", "b");

        Assert.Equal("\"waiting\"", held!.SerializedCustomStatus);
        Assert.Equal("a b", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task SuspendInstance_TimerComesDue_FiresAfterTheResume()
    {
        await using var host = await StartHostAsync(async context =>
        {
            context.SetCustomStatus("waiting");
            await context.CreateTimer(Pause, CancellationToken.None);
            return "reminded";
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");
        await host.Client.SuspendInstanceAsync(id);
        await host.WaitUntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);

        await host.AdvanceAsync(2 * Pause);
        var held = await host.Client.GetInstanceAsync(id);
        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, held!.RuntimeStatus);
        Assert.Equal("reminded", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task TerminateInstance_Waiting_EndsWithTheOutput()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        var id = await StartTestAsync(host);

        await host.Client.TerminateInstanceAsync(id, "withdrawn");

        var ended = await host.WaitForEndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.Equal("withdrawn", ended.ReadOutputAs<string>());
    }

    [Fact]
    public async Task TerminateInstance_Suspended_Ends()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        var id = await StartTestAsync(host);
        await host.Client.SuspendInstanceAsync(id);

        await host.Client.TerminateInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.WaitForEndAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task TerminateInstance_NotYetBegun_EndsAndBeginsNoMoreThanTheEngineSays()
    {
        var ran = false;
        await using var host = await StartHostAsync(_ =>
        {
            ran = true;
            return Task.FromResult("");
        });
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Test", options: new StartOrchestrationOptions { StartAt = host.Now + Pause });

        await host.Client.TerminateInstanceAsync(id, "withdrawn");
        var ended = await host.WaitForEndAsync(id);
        await host.AdvanceAsync(2 * Pause);
        var later = host.BeginsWhatWasTerminated
            ? await host.WaitUntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed)
            : await host.WaitForEndAsync(id);

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "withdrawn"), (ended.RuntimeStatus, ended.ReadOutputAs<string>()));
        Assert.Equal(host.BeginsWhatWasTerminated, ran);
        Assert.Equal(host.BeginsWhatWasTerminated, later.RuntimeStatus == OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task Restart_SameId_RunsAgainWithTheOriginalInput()
    {
        var runs = 0;
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<string, string>("Test", (context, input) => context.CallActivityAsync<string>("Count", input))
            .Activity<string, string>("Count", input => $"{input} {Interlocked.Increment(ref runs)}"));
        var id = await StartTestAsync(host, "run");
        await host.WaitForEndAsync(id);

        var restarted = await host.Client.RestartAsync(id);

        Assert.Equal(id, restarted);
        await host.WaitUntilAsync(id, instance => instance.IsCompleted && runs == 2);
        Assert.Equal("run 2", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task Restart_NewId_LeavesTheOldOne()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<string, string>("Test", (context, input) => Task.FromResult($"{input} {context.InstanceId}")));
        await StartTestAsync(host, "run of", "one");
        await host.WaitForEndAsync("one");

        var restarted = await host.Client.RestartAsync("one", restartWithNewInstanceId: true);

        Assert.NotEqual("one", restarted);
        Assert.Equal($"run of {restarted}", await OutputAsync<string>(host, restarted));
        Assert.Equal("run of one", await OutputAsync<string>(host, "one"));
    }

    [Fact]
    public async Task Restart_NotEnded_IsRefused()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        var id = await StartTestAsync(host);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => host.Client.RestartAsync(id));
    }

    [Fact]
    public async Task PurgeInstance_Ended_RemovesItAndItsEndedChildren()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallSubOrchestratorAsync(
                Child, "x", new TaskOptions { InstanceId = "the-child" }))
            .Orchestrator<string, string>(Child.Value, (_, input) => Task.FromResult(input)));
        var id = await StartTestAsync(host);
        await host.WaitForEndAsync(id);

        var purged = await host.Client.PurgeInstanceAsync(id);

        Assert.Equal(2, purged);
        Assert.Null(await host.Client.GetInstanceAsync(id));
        Assert.Null(await host.Client.GetInstanceAsync("the-child"));
    }

    [Fact]
    public async Task PurgeInstance_NotEnded_IsRefused()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        var id = await StartTestAsync(host);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => host.Client.PurgeInstanceAsync(id));

        Assert.NotNull(await host.Client.GetInstanceAsync(id));
    }

    [Fact]
    public async Task Management_UnknownInstance_SaysSo()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        var client = host.Client;

        await Assert.ThrowsAsync<InstanceNotFoundException>(() => client.SuspendInstanceAsync("nobody"));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => client.ResumeInstanceAsync("nobody"));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => client.TerminateInstanceAsync("nobody"));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => client.RestartAsync("nobody"));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => client.GetHistoryAsync("nobody"));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => client.WaitForInstanceCompletionAsync("nobody"));
        Assert.Equal(0, await client.PurgeInstanceAsync("nobody"));
        Assert.Null(await client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task SetCustomStatus_AtTheLimit_IsShownAndBeyondIsRefused()
    {
        // Two of the 8,192 characters are the quotes.
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<int, string>("Test", (context, length) =>
            {
                context.SetCustomStatus(new string('x', length));
                return Task.FromResult("");
            }));

        var atLimit = await host.WaitForEndAsync(await StartTestAsync(host, 8190));
        var beyond = await FailureAsync(host, await StartTestAsync(host, 8191));

        Assert.Equal(8192, atLimit.SerializedCustomStatus!.Length);
        Assert.Equal(typeof(ArgumentException).FullName, beyond.ErrorType);
    }

    [Fact]
    public async Task GetHistory_AfterAnActivity_ShowsTheStepsInOrder()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<int, int>("Test", (context, input) => context.CallActivityAsync(Double, input))
            .Activity<int, int>(Double.Value, input => 2 * input));
        var id = await StartTestAsync(host, 4);
        await host.WaitForEndAsync(id);

        var history = await host.Client.GetHistoryAsync(id);

        Assert.Equal(
            ["ExecutionStarted", "TaskScheduled", "TaskCompleted", "ExecutionCompleted"],
            history.Select(e => e.Type).Where(type => type is not "OrchestratorStarted" and not "OrchestratorCompleted"));
        Assert.Equal("Double", history.Single(e => e.Type == "TaskScheduled").Name);
        Assert.Equal("8", history.Single(e => e.Type == "TaskCompleted").Data);
        Assert.Equal(Enumerable.Range(0, history.Count).Select(i => (long)i), history.Select(e => e.SequenceNumber));
    }
}
