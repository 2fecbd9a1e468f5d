using System.Diagnostics;
using AllianceAgreements.Contracts;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class EngineSpansTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trace_ActivitiesChildAndRestart_IsOneAndGrowsByEpisodesNotReplays()
    {
        using var spans = new RecordedSpans();
        await using var harness = await EmbeddedHarness.StartAsync(Family());
        string id;
        ActivityTraceId trace;
        using (var request = RecordedSpans.Begin("request"))
        {
            trace = request.TraceId;
            id = await harness.Client.ScheduleNewOrchestrationInstanceAsync("Parent", 1, cancellationToken: Cancel);
        }

        await harness.WaitForStatusAsync(id, "waiting");
        await harness.RestartHostAsync();
        ActivityContext partner;
        using (var request = RecordedSpans.Begin("partner"))
        {
            partner = request.Context;
            await harness.Client.RaiseEventAsync(id, "go", "partner", Cancel);
        }

        Assert.Equal(4, (await harness.WaitForEndAsync(id)).ReadOutputAs<int>());
        await harness.StopHostAsync();

        var traced = spans.OfTrace(trace);
        Assert.Equal(
            [
                "activity:Double", "activity:Double", "create_orchestration:Parent",
                "orchestration:Child", "orchestration:Child",
                "orchestration:Parent", "orchestration:Parent", "orchestration:Parent", "orchestration:Parent", "request",
            ],
            traced.Select(span => span.OperationName).Order(StringComparer.Ordinal));
        Assert.All(
            traced.Where(span => span.OperationName != "request"),
            span => Assert.Contains(traced, parent => parent.SpanId == span.ParentSpanId));
        Assert.All(traced, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));

        var raised = Assert.Single(spans.OfTrace(partner.TraceId), span => span.OperationName == "orchestration_event:go");
        var links = traced.SelectMany(span => span.Links.Select(link => (span.OperationName, link.Context.SpanId)));
        Assert.Equal([("orchestration:Parent", raised.SpanId)], links);
    }

    [Fact]
    public async Task Attempt_Fails_HasASpanOfItsOwnWithTheTypeOfTheErrorAndNoMessage()
    {
        using var spans = new RecordedSpans();
        var attempts = 0;
        await using var harness = await EmbeddedHarness.StartAsync(new OrchestrationCatalog()
            .Activity<object?, int>("Flaky", _ => ++attempts == 1 ? throw new FormatException("Ada Lovelace, ada@example.org") : attempts)
            .Orchestrator("Test", context => context.CallActivityAsync<int>(
                "Flaky", options: new() { Retry = new RetryPolicy(2, TimeSpan.FromSeconds(5)) })));
        using var request = RecordedSpans.Begin("request");

        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        await harness.WaitUntilHistoryAsync(id, history => history.Any(entry => entry.Type == "TimerCreated"));
        await harness.AdvanceAsync(TimeSpan.FromSeconds(5));
        await harness.WaitForEndAsync(id);
        await harness.StopHostAsync();

        var tried = spans.OfTrace(request.TraceId).Where(span => span.OperationName == "activity:Flaky").OrderBy(span => span.StartTimeUtc).ToList();
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], tried.Select(span => span.Status));
        Assert.Equal("System.FormatException", tried[0].GetTagItem("error.type"));
        Assert.Null(tried[0].StatusDescription);
        Assert.Empty(tried[0].Events);
    }

    [Fact]
    public async Task Restart_EndedInstance_GoesOnInItsTrace()
    {
        using var spans = new RecordedSpans();
        await using var harness = await EmbeddedHarness.StartAsync(new OrchestrationCatalog().Orchestrator("Test", _ => Task.FromResult(1)));
        ActivityTraceId trace;
        using (var request = RecordedSpans.Begin("request"))
        {
            trace = request.TraceId;
            await harness.Client.ScheduleNewOrchestrationInstanceAsync("Test", options: new() { InstanceId = "same" }, cancellationToken: Cancel);
        }

        await harness.WaitForEndAsync("same");
        await harness.Client.RestartAsync("same", cancellationToken: Cancel);
        await harness.WaitForEndAsync("same");
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("Test", options: new() { InstanceId = "same" }, cancellationToken: Cancel);
        await harness.WaitForEndAsync("same");
        await harness.StopHostAsync();

        Assert.Equal(3, spans.OfTrace(trace).Count(span => span.OperationName == "orchestration:Test"));
    }

    [Fact]
    public async Task Trace_InstanceFromBeforeAnybodyTraced_BeginsWithItsNextEpisodeAndStaysOne()
    {
        await using var harness = await EmbeddedHarness.StartAsync(Family());
        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync("Parent", 1, cancellationToken: Cancel);
        await harness.WaitForStatusAsync(id, "waiting");
        await harness.WaitUntilIdleAsync();

        using var spans = new RecordedSpans();
        await harness.Client.RaiseEventAsync(id, "go", "partner", Cancel);
        await harness.WaitForEndAsync(id);
        await harness.StopHostAsync();

        var traces = spans.All.Where(span => !span.OperationName.StartsWith("orchestration_event:", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, traces.Count);
        Assert.Single(traces.Select(span => span.TraceId).Distinct());
    }

    [Fact]
    public async Task Trace_NobodyListens_StoresNothing()
    {
        await using var harness = await EmbeddedHarness.StartAsync(Family());
        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync("Parent", 1, cancellationToken: Cancel);
        await harness.Client.RaiseEventAsync(id, "go", "partner", Cancel);
        await harness.WaitForEndAsync(id);

        using var connection = harness.Engine.Database.OpenForReading();
        using var traced = new Statement(connection, "SELECT COUNT(*), COUNT(trace_parent) FROM instances", 0);
        Assert.Equal((2, 0), traced.Single(row => (row.GetInt32(0), row.GetInt32(1))));
    }

    private static OrchestrationCatalog Family() => new OrchestrationCatalog()
        .Activity<int, int>("Double", value => 2 * value)
        .Orchestrator<int, int>("Child", (context, input) => context.CallActivityAsync<int>("Double", input))
        .Orchestrator<int, int>("Parent", async (context, input) =>
        {
            var doubled = await context.CallActivityAsync<int>("Double", input);
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("go");
            return await context.CallSubOrchestratorAsync<int>("Child", doubled);
        });
}
