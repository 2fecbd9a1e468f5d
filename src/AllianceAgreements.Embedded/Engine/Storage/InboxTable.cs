using System.Data.Common;
using AllianceAgreements.Embedded.Engine.Replay;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>A message an instance has not taken in yet.</summary>
/// <param name="Id">Messages are taken in by ascending id.</param>
/// <param name="Run">The run it is meant for; null for any.</param>
/// <param name="Event">What it says.</param>
/// <param name="TraceParent">The span it was sent in; null when nobody traces. Not part of the history.</param>
internal sealed record InboxMessage(long Id, int? Run, HistoryEvent Event, string? TraceParent);

internal sealed class InboxTable(SqliteConnection connection) : IDisposable
{
    public const string Select = "SELECT id, run, type, at, task, name, data, trace_parent FROM inbox WHERE instance = $1 ORDER BY id";

    private readonly Statement _read = new(connection, Select, 1);

    private readonly Statement _add = new(
        connection,
        "INSERT INTO inbox (instance, run, type, at, task, name, data, trace_parent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        8);

    private readonly Statement _last = new(connection, "SELECT MAX(id) FROM inbox WHERE instance = $1", 1);
    private readonly Statement _copyToEnd = new(
        connection,
        """
        INSERT INTO inbox (instance, run, type, at, task, name, data, trace_parent)
        SELECT instance, run, type, at, task, name, data, trace_parent FROM inbox WHERE instance = $1 AND id <= $2 ORDER BY id
        """,
        2);

    private readonly Statement _delete = new(connection, "DELETE FROM inbox WHERE id = $1", 1);
    private readonly Statement _deleteUpTo = new(connection, "DELETE FROM inbox WHERE instance = $1 AND id <= $2", 2);

    public IReadOnlyList<InboxMessage> Of(long instance) => _read.List(Read, instance);

    public void Add(long instance, int? run, HistoryEvent message, string? traceParent = null) => _add.Execute(
        instance, run, message.Type.ToString(), message.At.Ticks, message.TaskId, message.Name, message.Data, traceParent);

    /// <summary>The newest message's id; null when the inbox is empty.</summary>
    public long? Last(long instance) => _last.Single(row => row.Long(0), instance);

    /// <summary>Puts the messages up to <paramref name="id"/> behind the others.</summary>
    public void MoveToEnd(long instance, long id)
    {
        _copyToEnd.Execute(instance, id);
        _deleteUpTo.Execute(instance, id);
    }

    public void Delete(long id) => _delete.Execute(id);

    public void DeleteOf(long instance) => _deleteUpTo.Execute(instance, long.MaxValue);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_read, _add, _last, _copyToEnd, _delete, _deleteUpTo])
        {
            statement.Dispose();
        }
    }

    private static InboxMessage Read(DbDataReader row) => new(row.GetInt64(0), row.Int(1), new()
    {
        Type = Enum.Parse<HistoryEventType>(row.GetString(2)),
        At = row.Time(3),
        TaskId = row.Int(4),
        Name = row.Text(5),
        Data = row.Text(6),
    }, row.Text(7));
}
