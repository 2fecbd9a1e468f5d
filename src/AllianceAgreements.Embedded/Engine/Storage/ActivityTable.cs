using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>An activity that has not ended.</summary>
/// <param name="Id">Its key; activities begin by ascending id.</param>
/// <param name="Instance">Who called it.</param>
/// <param name="InstanceId">The caller's id.</param>
/// <param name="Run">In which run.</param>
/// <param name="Task">As which task.</param>
/// <param name="Name">Its name.</param>
/// <param name="Input">JSON.</param>
/// <param name="TraceParent">The span it was called in; null when nobody traces.</param>
internal sealed record ActivityRow(
    long Id, long Instance, string InstanceId, int Run, int Task, string Name, string? Input, string? TraceParent);

internal sealed class ActivityTable(SqliteConnection connection) : IDisposable
{
    /// <summary>The activities after <c>$1</c>, at most <c>$2</c>.</summary>
    public const string SelectAfter = $"{Select} WHERE a.id > $1 ORDER BY a.id LIMIT $2";

    public const string DeleteAll = "DELETE FROM activities WHERE instance = $1";

    private const string Select = """
        SELECT a.id, a.instance, i.id, a.run, a.task, a.name, a.input, a.trace_parent
        FROM activities a JOIN instances i ON i.key = a.instance
        """;

    private readonly Statement _add = new(
        connection, "INSERT INTO activities (instance, run, task, name, input, trace_parent) VALUES ($1, $2, $3, $4, $5, $6)", 6);

    private readonly Statement _after = new(connection, SelectAfter, 2);
    private readonly Statement _remove = new(connection, "DELETE FROM activities WHERE id = $1", 1);
    private readonly Statement _deleteOf = new(connection, DeleteAll, 1);

    public void Add(long instance, int run, int task, string name, string? input, string? traceParent) =>
        _add.Execute(instance, run, task, name, input, traceParent);

    public IReadOnlyList<ActivityRow> After(long id, int count) => _after.List(Read, id, count);

    /// <summary>False when it was no longer there: its caller has been terminated, restarted or purged.</summary>
    public bool Remove(long id) => _remove.Execute(id) > 0;

    public void DeleteOf(long instance) => _deleteOf.Execute(instance);

    public void Dispose()
    {
        _add.Dispose();
        _after.Dispose();
        _remove.Dispose();
        _deleteOf.Dispose();
    }

    private static ActivityRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetString(5), row.Text(6), row.Text(7));
}
