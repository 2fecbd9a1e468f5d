using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>The instances with something to take in now, first come first served. Waiting instances are not in it.</summary>
internal sealed class ReadyTable(SqliteConnection connection) : IDisposable
{
    public const string SelectFirst = "SELECT instance FROM ready ORDER BY position LIMIT $1";

    private readonly Statement _add = new(connection, "INSERT OR IGNORE INTO ready (instance) VALUES ($1)", 1);
    private readonly Statement _first = new(connection, SelectFirst, 1);
    private readonly Statement _remove = new(connection, "DELETE FROM ready WHERE instance = $1", 1);

    public void Add(long instance) => _add.Execute(instance);

    public IReadOnlyList<long> First(int count) => _first.List(row => row.GetInt64(0), count);

    public void Remove(long instance) => _remove.Execute(instance);

    public void Dispose()
    {
        _add.Dispose();
        _first.Dispose();
        _remove.Dispose();
    }
}
