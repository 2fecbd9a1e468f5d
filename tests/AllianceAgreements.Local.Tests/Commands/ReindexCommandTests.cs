using AllianceAgreements.Local.Hosting;
using Microsoft.Data.Sqlite;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class ReindexCommandTests(DemoRun demo) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reindex_IndexLost_FindsTheAgreementsAgain()
    {
        var data = await CopyDemoAsync();
        Execute(data, "DELETE FROM agreement_index");

        var call = await Call.RunAsync("reindex", "--data", data);

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        var agreements = Count(data, "SELECT count(DISTINCT agreement) FROM record");
        Assert.Equal($"Indexed {agreements} agreements, and removed 0 from the index that have no record.", Assert.Single(call.OutputLines));
        Assert.Equal(agreements, Count(data, "SELECT count(*) FROM agreement_index"));
    }

    [Fact]
    public async Task Reindex_WhileItIsServed_IsDoneBesideIt()
    {
        var data = await CopyDemoAsync();
        using var served = LocalProcess.Start(_folder.Root, "--data", data, "--urls", ListeningAddress.FreeLoopback());
        await served.ReadToAsync("API tokens");
        Execute(data, "UPDATE agreement_index SET id = '00000000000000000000000000' WHERE id = (SELECT min(id) FROM agreement_index)");

        var call = await Call.RunAsync("reindex", "--data", data);

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.EndsWith("and removed 1 from the index that have no record.", Assert.Single(call.OutputLines), StringComparison.Ordinal);
        Assert.Equal(0, Count(data, "SELECT count(*) FROM agreement_index WHERE id NOT IN (SELECT agreement FROM record)"));
    }

    [Fact]
    public async Task Reindex_OneRecordDamaged_NamesItAndAnswersNo()
    {
        var data = await CopyDemoAsync();
        Execute(data, "INSERT INTO record (agreement, position, line) VALUES ('00000000000000000000000000', 0, x'00')");

        var call = await Call.RunAsync("reindex", "--data", data);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("The record of agreement 00000000000000000000000000 cannot be read", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reindex_NoSuchFolder_SaysSoAndMakesNone()
    {
        var call = (await Call.RunAsync("reindex", "--data", _folder.PathOf("nowhere"))).AssertRefused(2);

        Assert.Contains("there is no such data folder", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("nowhere")));
    }

    private static void Execute(string data, string sql)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Count(string data, string sql)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string data)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "agreements.db"), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private async Task<string> CopyDemoAsync()
    {
        await demo.Call;
        var data = _folder.PathOf("data");
        FolderCopy.Create(demo.Data, data);
        return data;
    }
}
