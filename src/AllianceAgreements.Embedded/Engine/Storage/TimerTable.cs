using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>A timer that has not fired.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Instance">Whom it wakes.</param>
/// <param name="Run">In which run.</param>
/// <param name="Task">As which task; null for the start of a scheduled instance.</param>
/// <param name="FireAt">When.</param>
internal sealed record TimerRow(long Id, long Instance, int Run, int? Task, DateTime FireAt);

internal sealed class TimerTable(SqliteConnection connection) : IDisposable
{
    public const string SelectDue = "SELECT id, instance, run, task, fire_at FROM timers WHERE fire_at <= $1 ORDER BY fire_at, id LIMIT $2";
    public const string DeleteOne = "DELETE FROM timers WHERE instance = $1 AND task = $2";
    public const string SelectNext = "SELECT fire_at FROM timers ORDER BY fire_at, id LIMIT 1";

    private readonly Statement _add = new(
        connection, "INSERT INTO timers (instance, run, task, fire_at) VALUES ($1, $2, $3, $4)", 4);

    private readonly Statement _due = new(connection, SelectDue, 2);
    private readonly Statement _next = new(connection, SelectNext, 0);
    private readonly Statement _remove = new(connection, "DELETE FROM timers WHERE id = $1", 1);
    private readonly Statement _cancel = new(connection, DeleteOne, 2);
    private readonly Statement _deleteOf = new(connection, "DELETE FROM timers WHERE instance = $1", 1);

    public void Add(long instance, int run, int? task, DateTime fireAt) => _add.Execute(instance, run, task, fireAt.Ticks);

    /// <summary>At most <paramref name="count"/> timers that are due, the earliest first.</summary>
    public IReadOnlyList<TimerRow> Due(DateTime now, int count) => _due.List(
        row => new TimerRow(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.Int(3), row.Time(4)), now.Ticks, count);

    public DateTime? Next() => _next.Single<DateTime?>(row => row.Time(0));

    public void Remove(long id) => _remove.Execute(id);

    public void Cancel(long instance, int task) => _cancel.Execute(instance, task);

    public void DeleteOf(long instance) => _deleteOf.Execute(instance);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_add, _due, _next, _remove, _cancel, _deleteOf])
        {
            statement.Dispose();
        }
    }
}
