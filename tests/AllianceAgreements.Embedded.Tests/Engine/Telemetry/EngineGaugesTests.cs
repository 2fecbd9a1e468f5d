using System.Diagnostics.Metrics;
using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Telemetry;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class EngineGaugesTests
{
    [Fact]
    public async Task Gauges_OneWaitsOneWorksOneIsReady_TellThemApart()
    {
        using var gate = new ManualResetEventSlim();
        var working = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var harness = await EmbeddedHarness.StartAsync(new OrchestrationCatalog()
            .Activity<object?, int>("Work", (_, cancel) => Task.Run(() =>
            {
                working.SetResult();
                gate.Wait(cancel);
                return 1;
            }))
            .Orchestrator("Waits", context => context.WaitForExternalEvent<string>("go"))
            .Orchestrator("Works", context => context.CallActivityAsync<int>("Work"))
            .Orchestrator("Computes", _ =>
            {
                ready.SetResult();
                gate.Wait();
                return Task.FromResult(1);
            }));
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("Waits", cancellationToken: TestContext.Current.CancellationToken);
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("Works", cancellationToken: TestContext.Current.CancellationToken);
        await working.Task;
        await harness.WaitUntilServedAsync();
        Assert.Equal(0, Read("agreement.engine.lag")[""]);

        await harness.Client.ScheduleNewOrchestrationInstanceAsync("Computes", cancellationToken: TestContext.Current.CancellationToken);
        await ready.Task;
        await harness.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(1, Read("agreement.engine.ready")[""]);
        Assert.Equal(5, Read("agreement.engine.lag")[""]);
        Assert.Equal(1, Read("agreement.engine.activities")[""]);
        Assert.Equal(new Dictionary<string, double> { ["Pending"] = 1, ["Running"] = 2 }, Read("agreement.engine.instances"));
        gate.Set();
    }

    [Fact]
    public async Task Gauges_EngineStopped_AreGone()
    {
        await using (await EmbeddedHarness.StartAsync(new OrchestrationCatalog()))
        {
            Assert.NotEmpty(Read("agreement.engine.ready"));
        }

        Assert.Empty(Read("agreement.engine.ready"));
    }

    /// <summary>What an instrument tells now, by its tag.</summary>
    private static Dictionary<string, double> Read(string instrument)
    {
        var found = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (published, listener) =>
            {
                if (published.Meter.Name == AgreementDiagnostics.Name && published.Name == instrument)
                {
                    listener.EnableMeasurementEvents(published);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => found.Add(NameOf(tags), value));
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => found.Add(NameOf(tags), value));
        listener.Start();
        listener.RecordObservableInstruments();
        return found;
    }

    private static string NameOf(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? "" : tags[0].Value!.ToString()!;
}
