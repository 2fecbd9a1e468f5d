using System.Data.Common;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

internal sealed class InstanceTable(SqliteConnection connection) : IDisposable
{
    public const string SelectById = $"{Select} WHERE id = $1";
    public const string SelectChildren = $"{Select} WHERE parent_key = $1 ORDER BY key";

    private const string Select = """
        SELECT key, id, run, name, version, status, begun, start_at, created_at, updated_at,
               parent_key, parent_run, parent_task, parent_id, parent_name, trace_parent
        FROM instances
        """;

    private readonly Statement _find = new(connection, $"{Select} WHERE key = $1", 1);
    private readonly Statement _findById = new(connection, SelectById, 1);
    private readonly Statement _children = new(connection, SelectChildren, 1);
    private readonly Statement _input = new(connection, "SELECT input FROM instances WHERE key = $1", 1);
    private readonly Statement _insert = new(
        connection,
        """
        INSERT INTO instances (id, run, name, version, status, begun, start_at, created_at, updated_at,
                               parent_key, parent_run, parent_task, parent_id, parent_name, input, trace_parent)
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14)
        RETURNING key
        """,
        14);

    private readonly Statement _update = new(
        connection, "UPDATE instances SET status = $2, begun = $3, run = $4, updated_at = $5, trace_parent = $6 WHERE key = $1", 6);

    private readonly Statement _end = new(
        connection, "UPDATE instances SET status = $2, updated_at = $3, output = $4, failure = $5 WHERE key = $1", 5);

    private readonly Statement _customStatus = new(connection, "UPDATE instances SET custom_status = $2 WHERE key = $1", 2);
    private readonly Statement _release = new(connection, "UPDATE instances SET start_at = NULL WHERE key = $1", 1);
    private readonly Statement _delete = new(connection, "DELETE FROM instances WHERE key = $1", 1);

    public InstanceRow? Find(long key) => _find.Single(Read, key);

    public InstanceRow? FindById(string id) => _findById.Single(Read, id);

    public IReadOnlyList<InstanceRow> ChildrenOf(long key) => _children.List(Read, key);

    public string? InputOf(long key) => _input.Single(row => row.Text(0), key);

    public long Insert(InstanceRow row, string? input) => _insert.Single(
        inserted => inserted.GetInt64(0),
        row.Id,
        row.Run,
        row.Name,
        row.Version,
        (int)row.Status,
        row.StartAt?.Ticks,
        row.CreatedAt.Ticks,
        row.Parent?.Key,
        row.Parent?.Run,
        row.Parent?.Task,
        row.Parent?.Id,
        row.Parent?.Name,
        input,
        row.TraceParent);

    public void Update(InstanceRow row) =>
        _update.Execute(row.Key, (int)row.Status, row.Begun ? 1 : 0, row.Run, row.UpdatedAt.Ticks, row.TraceParent);

    public void End(InstanceRow row, EpisodeOutcome outcome) => _end.Execute(
        row.Key, (int)row.Status, row.UpdatedAt.Ticks, outcome.Output, OrchestrationJson.Serialize(outcome.Failure));

    public void SetCustomStatus(long key, string? json) => _customStatus.Execute(key, json);

    /// <summary>Lets a scheduled instance begin.</summary>
    public void Release(long key) => _release.Execute(key);

    public void Delete(long key) => _delete.Execute(key);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_find, _findById, _children, _input, _insert, _update, _end, _customStatus, _release, _delete])
        {
            statement.Dispose();
        }
    }

    private static InstanceRow Read(DbDataReader row) => new()
    {
        Key = row.GetInt64(0),
        Id = row.GetString(1),
        Run = row.GetInt32(2),
        Name = row.GetString(3),
        Version = row.GetString(4),
        Status = (OrchestrationRuntimeStatus)row.GetInt32(5),
        Begun = row.GetBoolean(6),
        StartAt = row.OptionalTime(7),
        CreatedAt = row.Time(8),
        UpdatedAt = row.Time(9),
        Parent = row.Long(10) is { } parent
            ? new ParentLink(parent, row.GetInt32(11), row.GetInt32(12), row.GetString(13), row.GetString(14))
            : null,
        TraceParent = row.Text(15),
    };
}
