using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AllianceAgreements.Workflows.Telemetry;

namespace AllianceAgreements.Workflows.Tests.Telemetry;

/// <summary>Whoever listens hears every test, so these run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}

/// <summary>Listens to all that the product measures and traces.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<string> _points = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Heard()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == AgreementDiagnostics.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == AgreementDiagnostics.Name && !instrument.IsObservable)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, 1, tags));
        _meters.Start();
    }

    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>Each point as <c>name tag=value …</c>, once for each time it was counted.</summary>
    public IReadOnlyList<string> Points => [.. _points];

    public int CountOf(string point) => _points.Count(heard => heard == point);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Keep(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var point = string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
        for (var i = 0; i < value; i++)
        {
            _points.Enqueue(point);
        }
    }
}
