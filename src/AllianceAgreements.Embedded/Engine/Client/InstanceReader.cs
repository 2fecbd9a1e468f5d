using System.Data.Common;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Client;

/// <summary>Reads committed instances beside the engine's thread; WAL lets readers and the writer go on without each other.</summary>
internal sealed class InstanceReader(EngineDatabase database)
{
    public OrchestrationMetadata? Get(string instanceId, bool withPayloads)
    {
        using var connection = database.OpenForReading();
        using var statement = new Statement(connection, $"{InstanceQuery.Select(withPayloads)} WHERE id = $1", 1);
        return statement.Single(Read, instanceId);
    }

    public OrchestrationPage Query(OrchestrationQuery query)
    {
        var (sql, values) = InstanceQuery.Build(query);
        using var connection = database.OpenForReading();
        using var statement = new Statement(connection, sql, values.Count);
        var rows = statement.List(row => (Metadata: Read(row), Key: row.GetInt64(10)), [.. values]);
        if (rows.Count <= query.PageSize)
        {
            return new([.. rows.Select(row => row.Metadata)], ContinuationToken: null, InstanceOrder.NewestFirst);
        }

        var last = rows[query.PageSize - 1];
        return new(
            [.. rows.Take(query.PageSize).Select(row => row.Metadata)],
            new PageToken(last.Metadata.CreatedAt.UtcTicks, last.Key).ToString(),
            InstanceOrder.NewestFirst);
    }

    /// <exception cref="InstanceNotFoundException">There is no such instance.</exception>
    public StoredHistory History(string instanceId)
    {
        using var connection = database.OpenForReading();
        using var transaction = connection.BeginTransaction(deferred: true);
        using var tables = new InstanceTable(connection);
        using var events = new HistoryTable(connection);
        var instance = tables.FindById(instanceId) ?? throw new InstanceNotFoundException(instanceId);
        return new()
        {
            InstanceId = instance.Id,
            Run = instance.Run,
            Name = instance.Name,
            Version = instance.Version,
            Parent = instance.Identity.Parent,
            Events = events.Of(instance.Key),
        };
    }

    private static OrchestrationMetadata Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        (OrchestrationRuntimeStatus)row.GetInt32(2),
        new DateTimeOffset(row.Time(3)),
        new DateTimeOffset(row.Time(4)))
    {
        ParentInstanceId = row.Text(5),
        SerializedCustomStatus = row.Text(6),
        FailureDetails = OrchestrationJson.Deserialize<TaskFailureDetails>(row.Text(7)),
        SerializedInput = row.Text(8),
        SerializedOutput = row.Text(9),
    };
}
