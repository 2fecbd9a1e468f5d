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
    public async Task CallActivity_TextThatLooksLikeSomethingElse_ComesBackAsItIs()
    {
        string[] texts = ["123", "1.10", "true", "null", "", "{\"a\":1}", "[1]", "\"quoted\"", "2030-01-01T09:00:00Z", "a\nb", "né 漢 😀"];
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<string[], string[]>("Test", (context, input) =>
                Task.WhenAll(input.Select(text => context.CallActivityAsync<string>("Echo", text))))
            .Activity<string, string>("Echo", input => input));

        var id = await StartTestAsync(host, texts);

        Assert.Equal(texts, await OutputAsync<string[]>(host, id));
    }

    [Fact]
    public async Task CallActivity_ValuesOfEveryPrecision_ComeBackAsTheyAre()
    {
        var values = new Values(
            1.10m, long.MaxValue, 0.1 + 0.2, new(2030, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5)), new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1234567), null);
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<Values, Values>("Test", (context, input) => context.CallActivityAsync<Values>("Echo", input))
            .Activity<Values, Values>("Echo", input => input));

        var id = await StartTestAsync(host, values);

        Assert.Equal(OrchestrationJson.Serialize(values), (await host.WaitForEndAsync(id)).SerializedOutput);
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
        await using var host = await StartHostAsync(context => Task.FromResult(context.Name));

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Nonesuch");

        Assert.Contains("Nonesuch", (await FailureAsync(host, id)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivity_StillRunsWhenTheCodeReturns_TheInstanceEndsWhenTheEngineSays()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
            {
                _ = context.CallActivityAsync<string>("Slow");
                var reason = await context.WaitForExternalEvent<string>("go");
                context.SetCustomStatus("returned");
                return reason;
            })
            .Activity<object?, string>("Slow", async (_, cancellationToken) =>
            {
                begun.SetResult();
                await release.Task.WaitAsync(cancellationToken);
                return "";
            }));
        var id = await StartTestAsync(host);
        await begun.Task;

        await host.Client.RaiseEventAsync(id, "go", "now");
        var returned = await host.WaitForStatusAsync(id, "returned");
        release.SetResult();

        Assert.Equal(host.EndsAfterItsActivities, !returned.IsCompleted);
        Assert.Equal("now", await OutputAsync<string>(host, id));
    }

    private sealed record Values(decimal Amount, long Number, double Ratio, DateTimeOffset At, DateTime Utc, string? Nothing);

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
