using System.Diagnostics;
using AllianceAgreements.Embedded.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Bench.Engine;

/// <summary>The yardstick: one row of 200 characters a transaction, on the same disk with the same pragmas.</summary>
internal sealed class RawCommits : IDisposable
{
    // Until the log has been written around once, every commit also grows a file.
    private const int WarmUp = 1_500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agreements-bench-");
    private readonly string _text = new('x', 200);
    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _insert;
    private readonly Statement _commit;

    public RawCommits()
    {
        _connection = new EngineDatabase(_folder.FullName).OpenForWriting();
        using (var create = new Statement(_connection, "CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)", 0))
        {
            create.Execute();
        }

        _begin = new Statement(_connection, "BEGIN IMMEDIATE", 0);
        _insert = new Statement(_connection, "INSERT INTO rows (text) VALUES ($1)", 1);
        _commit = new Statement(_connection, "COMMIT", 0);
        Take(WarmUp);
    }

    /// <summary>How long so many commits take.</summary>
    public TimeSpan Take(int commits)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < commits; i++)
        {
            _begin.Execute();
            _insert.Execute(_text);
            _commit.Execute();
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _commit.Dispose();
        _connection.Dispose();
        _folder.Delete(recursive: true);
    }
}
