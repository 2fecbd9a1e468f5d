using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Data.Sqlite;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Stores;

public sealed class AgreementDatabaseTests : IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();
    private readonly AgreementId _id = AgreementId.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_stores.DataFolder, "agreements.db");

    [Theory]
    [InlineData("UPDATE record SET line = x'00'")]
    [InlineData("UPDATE record SET position = position + 10")]
    [InlineData("DELETE FROM record")]
    [InlineData("INSERT OR REPLACE INTO record SELECT agreement, 0, x'00' FROM record WHERE position = 0")]
    [InlineData("INSERT INTO record SELECT agreement, 7, line FROM record WHERE position = 0")]
    [InlineData("INSERT INTO record SELECT 'another', 1, line FROM record WHERE position = 0")]
    public async Task Record_AnythingButAnAppend_IsRefusedByTheDatabaseItself(string sql)
    {
        await AppendAsync();

        var exception = Assert.Throws<SqliteException>(() => Execute(sql));

        Assert.Contains("The record is append-only", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await _stores.Get<IAgreementRecord>().ReadAsync(_id, Cancellation)).Count);
    }

    [Fact]
    public async Task ReadAsync_EntryThatIsNone_ThrowsInvalidData()
    {
        await AppendAsync();
        Execute("DROP TRIGGER record_refuses_update; UPDATE record SET line = x'7b7d' WHERE position = 1");

        await Assert.ThrowsAsync<InvalidDataException>(async () => await _stores.Get<IAgreementRecord>().ReadAsync(_id, Cancellation));
    }

    [Fact]
    public async Task ReadAsync_EntryMissing_ThrowsInvalidData()
    {
        await AppendAsync();
        Execute("DROP TRIGGER record_refuses_delete; DELETE FROM record WHERE position = 1");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(
            async () => await _stores.Get<IAgreementRecord>().ReadAsync(_id, Cancellation));

        Assert.Contains("position 2 where 1 should be", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_DatabaseOfANewerVersion_NamesFileAndVersions()
    {
        await AppendAsync();
        Execute("PRAGMA user_version = 2");

        await _stores.RestartAsync();
        var exception = Assert.Throws<InvalidDataException>(() => _stores.Get<IAgreementRecord>());

        Assert.Contains("agreements.db", exception.Message, StringComparison.Ordinal);
        Assert.Contains("schema 2; this one knows 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AfterRestart_KeepsEverything()
    {
        var entries = await AppendAsync();

        await _stores.RestartAsync();

        Assert.Equal(
            entries.Select(entry => entry.Hash),
            (await _stores.Get<IAgreementRecord>().ReadAsync(_id, Cancellation)).Select(entry => entry.Hash));
    }

    [Fact]
    public async Task Open_Always_SyncsEveryCommit()
    {
        var mode = await _stores.Get<AgreementDatabase>().WriteAsync(
            connection => $"{Scalar(connection, "PRAGMA journal_mode")} {Scalar(connection, "PRAGMA synchronous")}", Cancellation);

        Assert.Equal("wal 2", mode);
    }

    [Fact]
    public async Task WriteAsync_OneOfManyFails_FailsAloneAndLeavesNothing()
    {
        var database = _stores.Get<AgreementDatabase>();
        var first = SampleEntries.First();
        var writes = Enumerable.Range(0, 60).Select(n => Task.Run(async () => await database.WriteAsync(
            connection =>
            {
                Insert(connection, $"agreement-{n}", first);
                return n % 3 == 0 ? throw new InvalidOperationException($"Write {n}") : n;
            },
            Cancellation), Cancellation)).ToList();

        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default)));

        Assert.All(writes.Index(), write => Assert.Equal(write.Index % 3 == 0, write.Item.IsFaulted));
        Assert.All(writes.Where(write => write.IsFaulted), write => Assert.IsType<InvalidOperationException>(write.Exception!.InnerException));
        using var reader = database.OpenReader();
        Assert.Equal(40L, Scalar(reader, "SELECT count(*) FROM record"));
    }

    [Fact]
    public async Task WriteAsync_CommitFails_TellsEveryoneAndTheNextOneHolds()
    {
        var database = _stores.Get<AgreementDatabase>();

        // Ends the transaction under the writer's feet, so that the commit has none to commit.
        await Assert.ThrowsAsync<SqliteException>(async () => await database.WriteAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "ROLLBACK";
                return command.ExecuteNonQuery();
            },
            Cancellation));

        await AppendAsync();
        Assert.Equal(3, (await _stores.Get<IAgreementRecord>().ReadAsync(_id, Cancellation)).Count);
    }

    [Fact]
    public async Task WriteAsync_Cancelled_LeavesTheTurnToOthers()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _stores.Get<IAgreementRecord>().TryAppendAsync(AgreementId.New(), [SampleEntries.First()], cancelled.Token));

        await AppendAsync();
    }

    [Fact]
    public async Task TryAppendAsync_TwoProcessesAtOnce_ExactlyOneWinsEachPosition()
    {
        // Two databases over one file stand for two processes: nothing but SQLite is between them.
        using var other = new AgreementDatabase(_stores.Get<DataFolder>());
        IAgreementRecord[] records = [_stores.Get<IAgreementRecord>(), new SqliteAgreementRecord(other)];
        var entry = SampleEntries.First();

        for (var round = 0; round < 20; round++)
        {
            var id = AgreementId.New();
            var won = await Task.WhenAll(records.Select(record =>
                Task.Run(async () => await record.TryAppendAsync(id, [entry], Cancellation), Cancellation)));

            Assert.Single(won, true);
        }
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Insert(SqliteConnection connection, string agreement, RecordEntry entry)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO record VALUES ($agreement, 0, $line)";
        command.Parameters.AddWithValue("$agreement", agreement);
        command.Parameters.AddWithValue("$line", entry.Line.ToArray());
        command.ExecuteNonQuery();
    }

    private async Task<IReadOnlyList<RecordEntry>> AppendAsync()
    {
        var entries = SampleEntries.Chain(3);
        Assert.True(await _stores.Get<IAgreementRecord>().TryAppendAsync(_id, entries, Cancellation));
        return entries;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
