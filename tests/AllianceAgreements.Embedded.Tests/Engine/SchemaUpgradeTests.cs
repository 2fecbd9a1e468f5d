using AllianceAgreements.Contracts;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

/// <summary>Data folders of earlier versions. Every schema that was ever released is kept in <c>Schemas</c>, as it was.</summary>
public sealed class SchemaUpgradeTests
{
    public static TheoryData<int> Versions => [.. Enumerable.Range(1, EngineDatabase.SchemaVersion - 1)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Prepare_OlderSchema_BecomesWhatANewOneIs(int version)
    {
        using var older = new TemporaryFolder();
        using var fresh = new TemporaryFolder();
        Create(older.Path, version);
        var upgraded = new EngineDatabase(older.Path);
        var made = new EngineDatabase(fresh.Path);

        upgraded.Prepare();
        upgraded.Prepare();
        made.Prepare();

        Assert.Equal(Describe(made), Describe(upgraded));
    }

    [Fact]
    public async Task Start_FolderOfVersion1_GoesOnWithWhatWaitsInIt()
    {
        await using var harness = await EmbeddedHarness.StartAsync(new OrchestrationCatalog()
            .Activity<string, string>("Echo", text => text)
            .Orchestrator("Test", async context =>
            {
                var before = await context.CallActivityAsync<string>("Echo", "before");
                context.SetCustomStatus("waiting");
                return $"{before}, {await context.WaitForExternalEvent<string>("go")}";
            }));
        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: TestContext.Current.CancellationToken);
        await harness.WaitForStatusAsync(id, "waiting");
        await harness.WaitUntilIdleAsync();
        await harness.StopHostAsync();
        TakeBackToVersion1(harness.DataFolder);

        await harness.StartHostAsync();
        await harness.Client.RaiseEventAsync(id, "go", "after", TestContext.Current.CancellationToken);

        Assert.Equal("before, after", (await harness.WaitForEndAsync(id)).ReadOutputAs<string>());
    }

    private static void Create(string folder, int version)
    {
        var database = new EngineDatabase(folder);
        using var connection = database.OpenForWriting();
        using var schema = new Statement(
            connection, $"{File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engine", "Schemas", $"{version}.sql"))}; PRAGMA user_version = {version}", 0);
        schema.Execute();
    }

    /// <summary>Moves every row into a database made by the schema of version 1.</summary>
    private static void TakeBackToVersion1(string folder)
    {
        var newer = Path.Combine(folder, "newer.db");
        foreach (var file in Directory.GetFiles(folder, "orchestrations.db*"))
        {
            File.Move(file, file.Replace("orchestrations.db", "newer.db", StringComparison.Ordinal));
        }

        Create(folder, version: 1);
        using var connection = new EngineDatabase(folder).OpenForWriting();
        using var attach = new Statement(connection, $"ATTACH '{newer}' AS newer", 0);
        attach.Execute();
        foreach (var table in new[] { "instances", "history", "inbox", "ready", "timers", "activities" })
        {
            using var columns = new Statement(connection, $"SELECT group_concat(name) FROM pragma_table_info('{table}', 'main')", 0);
            var names = columns.Single(row => row.GetString(0));
            using var copy = new Statement(connection, $"INSERT INTO main.{table} ({names}) SELECT {names} FROM newer.{table}", 0);
            copy.Execute();
        }
    }

    private static List<string> Describe(EngineDatabase database)
    {
        try
        {
            using var connection = database.OpenForReading();
            using var columns = new Statement(
                connection,
                """
                SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
                FROM sqlite_schema m JOIN pragma_table_info(m.name) c
                UNION ALL SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
                UNION ALL SELECT 'version ' || user_version FROM pragma_user_version
                """,
                0);
            return columns.List(row => row.GetString(0));
        }
        finally
        {
            database.ReleaseFiles();
        }
    }
}
