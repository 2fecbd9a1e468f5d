using System.Diagnostics.Metrics;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Telemetry;

namespace AllianceAgreements.Embedded.Engine.Telemetry;

/// <summary>What the engine has to do, counted in its database whenever somebody asks, and never otherwise.</summary>
internal sealed class EngineGauges : IDisposable
{
    public const string SelectOldestReady =
        "SELECT MIN(at) FROM inbox WHERE instance = (SELECT instance FROM ready ORDER BY position LIMIT 1)";

    public const string SelectLiving = "SELECT status, COUNT(*) FROM instances WHERE status IN ($1, $2, $3) GROUP BY status";

    private readonly EngineDatabase _database;
    private readonly TimeProvider _clock;
    private readonly Meter _meter = new(AgreementDiagnostics.Name);

    public EngineGauges(EngineDatabase database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
        _meter.CreateObservableGauge("agreement.engine.ready", () => Count("ready"), "{instance}", "Instances that have something to take in now.");
        _meter.CreateObservableGauge(
            "agreement.engine.lag", Lag, "s", "How long the first of the ready instances has waited; 0 when there is none.");
        _meter.CreateObservableGauge(
            "agreement.engine.activities", () => Count("activities"), "{activity}", "Activities that are scheduled or running.");
        _meter.CreateObservableGauge(
            "agreement.engine.instances", Living, "{instance}", "Instances that have not ended, by status; most of the running ones wait.");
    }

    public void Dispose() => _meter.Dispose();

    private long Count(string table)
    {
        using var connection = _database.OpenForReading();
        using var statement = new Statement(connection, $"SELECT COUNT(*) FROM {table}", 0);
        return statement.Single(row => row.GetInt64(0));
    }

    private double Lag()
    {
        using var connection = _database.OpenForReading();
        using var statement = new Statement(connection, SelectOldestReady, 0);
        return statement.Single(row => row.OptionalTime(0)) is { } oldest
            ? Math.Max(0, (_clock.GetUtcNow().UtcDateTime - oldest).TotalSeconds)
            : 0;
    }

    private List<Measurement<long>> Living()
    {
        using var connection = _database.OpenForReading();
        using var statement = new Statement(connection, SelectLiving, 3);
        return statement.List(
            row => new Measurement<long>(
                row.GetInt64(1), new KeyValuePair<string, object?>("status", ((OrchestrationRuntimeStatus)row.GetInt32(0)).ToString())),
            (int)OrchestrationRuntimeStatus.Pending,
            (int)OrchestrationRuntimeStatus.Running,
            (int)OrchestrationRuntimeStatus.Suspended);
    }
}
