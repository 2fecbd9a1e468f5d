using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>
/// <c>agreements.db</c>: many readers, one writer. Writes that wait for the writer at the same time are committed together, so that
/// they share one flush to the disk; each is all or nothing by itself.
/// </summary>
internal sealed class AgreementDatabase : IDisposable
{
    private const int MaximumBatch = 256;

    private readonly string _readers;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<PendingWrite> _waiting = new();

    public AgreementDatabase(DataFolder folder)
    {
        DurableFiles.CreateDatabaseFile(folder.Database);
        _readers = ConnectionString(folder.Database, SqliteOpenMode.ReadOnly, pooling: true);
        _writer = new SqliteConnection(ConnectionString(folder.Database, SqliteOpenMode.ReadWrite, pooling: false));
        try
        {
            _writer.Open();
            Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            AgreementSchema.Prepare(_writer);
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <summary>A connection to read with; disposing it returns it to the pool.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_readers);
        connection.Open();
        return connection;
    }

    /// <summary>Makes a change, and returns once it is durable.</summary>
    /// <param name="change">Runs inside a transaction; must not begin or end one.</param>
    /// <param name="cancellationToken">Cancels the change before it waits for its turn. From then on it is made, and its caller must learn of it.</param>
    public async ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new PendingWrite<T>(change);
        _waiting.Enqueue(write);
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            // Whoever had the turn before may have committed this one along with its own.
            while (!write.Task.IsCompleted)
            {
                CommitWaiting();
            }
        }
        finally
        {
            _turn.Release();
        }

        return await write.Task;
    }

    public void Dispose()
    {
        using (var reader = new SqliteConnection(_readers))
        {
            SqliteConnection.ClearPool(reader);
        }

        _writer.Dispose();
        _turn.Dispose();
    }

    private static string ConnectionString(string path, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooling }.ToString();

    private void CommitWaiting()
    {
        var batch = new List<PendingWrite>();
        while (batch.Count < MaximumBatch && _waiting.TryDequeue(out var write))
        {
            batch.Add(write);
        }

        try
        {
            Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
            {
                Execute("SAVEPOINT one");
                Execute(write.TryRun(_writer) ? "RELEASE one" : "ROLLBACK TO one; RELEASE one");
            }

            Execute("COMMIT");
        }
        catch (Exception exception)
        {
            // The batch is one transaction, so nobody in it may be told that it holds; and everybody must be told, even if it cannot be undone.
            batch.ForEach(write => write.Fail(exception));
            if (sqlite3_get_autocommit(_writer.Handle) == 0)
            {
                Execute("ROLLBACK");
            }

            return;
        }

        batch.ForEach(write => write.Complete());
    }

    private void Execute(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private abstract class PendingWrite
    {
        public abstract bool TryRun(SqliteConnection connection);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class PendingWrite<T>(Func<SqliteConnection, T> change) : PendingWrite
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _failure;
        private T? _result;

        public Task<T> Task => _completion.Task;

        public override bool TryRun(SqliteConnection connection)
        {
            try
            {
                _result = change(connection);
                return true;
            }
            catch (Exception exception)
            {
                // Belongs to whoever asked for this change, not to the others in the batch.
                _failure = exception;
                return false;
            }
        }

        public override void Complete()
        {
            if (_failure is null)
            {
                _completion.SetResult(_result!);
            }
            else
            {
                _completion.SetException(_failure);
            }
        }

        public override void Fail(Exception exception) => _completion.SetException(_failure ?? exception);
    }
}
