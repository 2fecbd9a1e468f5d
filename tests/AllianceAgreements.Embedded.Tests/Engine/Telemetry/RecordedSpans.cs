using System.Collections.Concurrent;
using System.Diagnostics;
using AllianceAgreements.Workflows.Telemetry;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine.Telemetry;

/// <summary>Whoever listens to spans hears those of every test, so these run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}

/// <summary>Listens to the product's spans, and to those of tests that play the rest of the world.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private static readonly ActivitySource World = new(nameof(World));

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is nameof(World) or AgreementDiagnostics.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> All => [.. _ended];

    /// <summary>Begins a span of somebody who uses the engine.</summary>
    public static Activity Begin(string name) => World.StartActivity(name)!;

    public IReadOnlyList<Activity> OfTrace(ActivityTraceId trace) => [.. _ended.Where(span => span.TraceId == trace)];

    public void Dispose() => _listener.Dispose();
}
