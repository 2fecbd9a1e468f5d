using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    private static readonly ActivityName<int, int> Double = new("Double");

    [Fact]
    public async Task CallActivity_ByTypedName_GivesItsResult()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<int, int>("Test", (context, input) => context.CallActivityAsync(Double, input))
            .Activity<int, int>(Double.Value, input => 2 * input));

        var id = await StartTestAsync(host, 21);

        Assert.Equal(42, await OutputAsync<int>(host, id));
    }

    [Fact]
    public async Task CallActivity_NamesInOtherCase_AreFound()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<int, int>("TEST", (context, input) => context.CallActivityAsync<int>("dOUBLE", input))
            .Activity<int, int>("Double", input => 2 * input));

        var id = await StartTestAsync(host, 4);

        Assert.Equal(8, await OutputAsync<int>(host, id));
    }

    [Fact]
    public async Task CallActivity_ManyAtOnce_ResultsStayWithTheirCalls()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => Task.WhenAll(Enumerable.Range(0, 20).Select(i => context.CallActivityAsync(Double, i))))
            .Activity<int, int>(Double.Value, input => 2 * input));

        var id = await StartTestAsync(host);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => 2 * i), await OutputAsync<int[]>(host, id));
    }

    [Fact]
    public async Task CallActivity_Fails_ThrowsWithItsDetails()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
            {
                try
                {
                    return await context.CallActivityAsync<string>("Break");
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}: {e.FailureDetails.ErrorType}: {e.FailureDetails.ErrorMessage}";
                }
            })
            .Activity<object?, string>("Break", _ => throw new FormatException("no such thing")));

        var id = await StartTestAsync(host);

        Assert.Equal("Break: System.FormatException: no such thing", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CallActivity_FailureNotCaught_FailsTheInstance()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallActivityAsync<string>("Break"))
            .Activity<object?, string>("Break", _ => throw new FormatException("no such thing")));

        var id = await StartTestAsync(host);

        var failure = await FailureAsync(host, id);
        Assert.Equal(typeof(TaskFailedException).FullName, failure.ErrorType);
        Assert.Contains("Break", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("no such thing", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivity_FailsTwiceThenSucceeds_RetriesWithBackOff()
    {
        var attempts = 0;
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
            {
                var begun = context.CurrentUtcDateTime;
                var result = await context.CallActivityAsync<string>(
                    "Flaky", options: new TaskOptions { Retry = new RetryPolicy(5, TimeSpan.FromSeconds(1)) });
                return $"{result}, waited {context.CurrentUtcDateTime - begun >= TimeSpan.FromSeconds(3)}";
            })
            .Activity<object?, string>("Flaky", _ => Interlocked.Increment(ref attempts) < 3
                ? throw new TimeoutException("busy")
                : $"attempt {attempts}"));

        var id = await StartTestAsync(host);
        await AdvanceThroughRetriesAsync(host, id, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        Assert.Equal("attempt 3, waited True", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CallActivity_FailsEveryAttempt_ThrowsAfterTheLast()
    {
        var attempts = 0;
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", context => context.CallActivityAsync<string>(
                "Broken", options: new TaskOptions { Retry = new RetryPolicy(3, TimeSpan.FromSeconds(1)) { BackoffCoefficient = 1 } }))
            .Activity<object?, string>("Broken", _ => throw new TimeoutException($"attempt {Interlocked.Increment(ref attempts)}")));

        var id = await StartTestAsync(host);
        await AdvanceThroughRetriesAsync(host, id, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        Assert.Contains("attempt 3", (await FailureAsync(host, id)).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task CallActivity_UnknownName_FailsAndNamesIt()
    {
        await using var host = await StartHostAsync(context => context.CallActivityAsync<string>("Nonesuch"));

        var id = await StartTestAsync(host);

        Assert.Contains("Nonesuch", (await FailureAsync(host, id)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstance_UnknownName_FailsAndNamesIt()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog());

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Nonesuch");

        Assert.Contains("Nonesuch", (await FailureAsync(host, id)).ErrorMessage, StringComparison.Ordinal);
    }

    /// <summary>Lets each pause pass once the instance is in it.</summary>
    private static async Task AdvanceThroughRetriesAsync(OrchestrationHarness host, string id, params TimeSpan[] pauses)
    {
        var failures = 0;
        foreach (var pause in pauses)
        {
            failures++;
            await host.WaitUntilHistoryAsync(id, history => history.Count(e => e.Type is "TaskFailed") == failures
                && history.Count(e => e.Type is "TimerCreated") == failures);
            await host.AdvanceAsync(pause);
        }
    }
}
