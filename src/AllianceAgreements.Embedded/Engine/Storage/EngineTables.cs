using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>The tables over the one connection that writes.</summary>
internal sealed class EngineTables(SqliteConnection connection) : IDisposable
{
    private readonly Statement _begin = new(connection, "BEGIN IMMEDIATE", 0);
    private readonly Statement _commit = new(connection, "COMMIT", 0);

    public InstanceTable Instances { get; } = new(connection);

    public HistoryTable History { get; } = new(connection);

    public InboxTable Inbox { get; } = new(connection);

    public ReadyTable Ready { get; } = new(connection);

    public TimerTable Timers { get; } = new(connection);

    public ActivityTable Activities { get; } = new(connection);

    public void Begin() => _begin.Execute();

    public void Commit() => _commit.Execute();

    /// <summary>Closes the connection; a transaction that is not committed is rolled back.</summary>
    public void Dispose()
    {
        foreach (var part in (IDisposable[])[Instances, History, Inbox, Ready, Timers, Activities, _begin, _commit])
        {
            part.Dispose();
        }

        connection.Dispose();
    }
}
