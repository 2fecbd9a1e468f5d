using System.Data.Common;
using AllianceAgreements.Embedded.Engine.Replay;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

internal sealed class HistoryTable(SqliteConnection connection) : IDisposable
{
    /// <summary>The events of instance <c>$1</c>, for <see cref="Read"/>.</summary>
    public const string Select =
        "SELECT type, at, task, name, data, target, fire_at FROM history WHERE instance = $1 ORDER BY position";

    private readonly Statement _read = new(connection, Select, 1);
    private readonly Statement _append = new(
        connection,
        "INSERT INTO history (instance, position, type, at, task, name, data, target, fire_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        9);

    private readonly Statement _delete = new(connection, "DELETE FROM history WHERE instance = $1", 1);

    public IReadOnlyList<HistoryEvent> Of(long instance) => _read.List(Read, instance);

    public void Append(long instance, int position, HistoryEvent added) => _append.Execute(
        instance,
        position,
        added.Type.ToString(),
        added.At.Ticks,
        added.TaskId,
        added.Name,
        added.Data,
        added.Target,
        added.FireAt?.Ticks);

    public void DeleteOf(long instance) => _delete.Execute(instance);

    public void Dispose()
    {
        _read.Dispose();
        _append.Dispose();
        _delete.Dispose();
    }

    public static HistoryEvent Read(DbDataReader row) => new()
    {
        Type = Enum.Parse<HistoryEventType>(row.GetString(0)),
        At = row.Time(1),
        TaskId = row.Int(2),
        Name = row.Text(3),
        Data = row.Text(4),
        Target = row.Text(5),
        FireAt = row.OptionalTime(6),
    };
}
