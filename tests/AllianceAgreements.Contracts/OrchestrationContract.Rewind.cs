using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    [Fact]
    public async Task Rewind_ActivityFailed_RunsItAgainAndKeepsWhatSucceeded()
    {
        var drafts = 0;
        var mails = 0;
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
                $"{await context.CallActivityAsync<string>("Draft")}, {await context.CallActivityAsync<string>("Mail")}")
            .Activity<object?, string>("Draft", _ => $"draft {Interlocked.Increment(ref drafts)}")
            .Activity<object?, string>("Mail", _ => Interlocked.Increment(ref mails) > 1
                ? $"mail {mails}"
                : throw new InvalidOperationException("The mail server is down.")));
        var id = await StartTestAsync(host);
        await FailureAsync(host, id);

        if (await RewindsAsync(host, id))
        {
            await host.WaitUntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed);
            Assert.Equal("draft 1, mail 2", await OutputAsync<string>(host, id));
            await AssertTellsReasonAsync(host, id);
        }
    }

    [Fact]
    public async Task Rewind_ChildFailed_RewindsItAndItsParent()
    {
        var mails = 0;
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallSubOrchestratorAsync(Child, "x", new TaskOptions { InstanceId = "the-child" }))
            .Orchestrator<string, string>(Child.Value, (context, _) => context.CallActivityAsync<string>("Mail"))
            .Activity<object?, string>("Mail", _ => Interlocked.Increment(ref mails) > 1
                ? $"mail {mails}"
                : throw new InvalidOperationException("The mail server is down.")));
        var id = await StartTestAsync(host);
        await FailureAsync(host, id);

        if (await RewindsAsync(host, id))
        {
            await host.WaitUntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed);
            Assert.Equal("mail 2", await OutputAsync<string>(host, id));
            Assert.Equal("mail 2", await OutputAsync<string>(host, "the-child"));
            await AssertTellsReasonAsync(host, "the-child");
        }
    }

    [Fact]
    public async Task Rewind_CodeFailedAndWasMended_GoesOnWithTheMendedCode()
    {
        await using var host = await StartHostAsync(context =>
            context.InstanceId.Length == 0 ? Task.FromResult("") : throw new InvalidOperationException("A fault of the code."));
        var id = await StartTestAsync(host);
        await FailureAsync(host, id);

        await host.RestartHostAsync(new OrchestrationCatalog().Orchestrator("Test", _ => Task.FromResult("mended")));

        if (await RewindsAsync(host, id))
        {
            await host.WaitUntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed);
            Assert.Equal("mended", await OutputAsync<string>(host, id));
        }
    }

    [Fact]
    public async Task Rewind_FailedAfterTryingAgain_IsRefusedAndLeavesItFailed()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallActivityAsync<string>(
                "Mail", options: new TaskOptions { Retry = new RetryPolicy(2, TimeSpan.Zero) }))
            .Activity<object?, string>("Mail", _ => throw new InvalidOperationException("The mail server is down.")));
        var id = await StartTestAsync(host);
        await FailureAsync(host, id);

        await AssertNotRewoundAsync(host, id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
    }

    [Fact]
    public async Task Rewind_NotFailed_IsRefused()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("go"));
        var id = await StartTestAsync(host);

        await AssertNotRewoundAsync(host, id);
    }

    /// <summary>Rewinds where the engine can; elsewhere it says so, and what to do instead.</summary>
    private static async Task<bool> RewindsAsync(OrchestrationHarness host, string instanceId)
    {
        if (!host.Client.CanRewind)
        {
            await AssertNotRewoundAsync(host, instanceId);
            return false;
        }

        await host.Client.RewindAsync(instanceId, "It works again.");
        return true;
    }

    /// <summary>Where the failure began, the history says why it was rewound.</summary>
    private static async Task AssertTellsReasonAsync(OrchestrationHarness host, string instanceId) => Assert.Contains(
        await host.Client.GetHistoryAsync(instanceId), happened => happened.Data?.Contains("It works again.", StringComparison.Ordinal) == true);

    private static async Task AssertNotRewoundAsync(OrchestrationHarness host, string instanceId)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => host.Client.RewindAsync(instanceId, "It works again."));

        Assert.IsType(host.Client.CanRewind ? typeof(InvalidOperationException) : typeof(NotSupportedException), refusal);
        Assert.Contains(instanceId, refusal.Message, StringComparison.Ordinal);
    }
}
