using AllianceAgreements.Contracts;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class DataFolderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_FolderInUse_IsRefusedAndLeavesTheFirstAlone()
    {
        await using var first = await EmbeddedHarness.StartAsync(Waiting());
        await using var second = Services(first.DataFolder);

        var refusal = await Assert.ThrowsAsync<DataFolderInUseException>(
            () => second.GetRequiredService<EmbeddedEngine>().StartAsync(Cancel));

        Assert.Contains(first.DataFolder, refusal.Message, StringComparison.Ordinal);
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        await first.Client.RaiseEventAsync(id, "go", "still works", Cancel);
        Assert.Equal("still works", (await first.WaitForEndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task StartAsync_AfterTheFirstStopped_TakesTheFolderOver()
    {
        await using var first = await EmbeddedHarness.StartAsync(Waiting());
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);
        await first.StopHostAsync();

        await using var services = Services(first.DataFolder);
        await services.GetRequiredService<EmbeddedEngine>().StartAsync(Cancel);

        Assert.NotNull(await services.GetRequiredService<IOrchestrationClient>().GetInstanceAsync(id, cancellationToken: Cancel));
    }

    [Fact]
    public async Task StartAsync_SchemaIsNewer_SaysWhichIsKnownAndTouchesNothing()
    {
        using var folder = new TemporaryFolder();
        var database = new EngineDatabase(folder.Path);
        using (var connection = database.OpenForWriting())
        {
            using var version = new Statement(connection, "PRAGMA user_version = 99", 0);
            version.Execute();
        }

        await using var services = Services(folder.Path);
        var refusal = await Assert.ThrowsAsync<DataFolderTooNewException>(
            () => services.GetRequiredService<EmbeddedEngine>().StartAsync(Cancel));

        Assert.Equal((99, EngineDatabase.SchemaVersion), (refusal.Found, refusal.Supported));
        using var reading = database.OpenForReading();
        using var tables = new Statement(reading, "SELECT COUNT(*) FROM sqlite_master", 0);
        Assert.Equal(0, tables.Single(row => row.GetInt32(0)));
        database.ReleaseFiles();
    }

    [Fact]
    public async Task GetInstance_StartFailed_FailsInsteadOfWaiting()
    {
        await using var first = await EmbeddedHarness.StartAsync(Waiting());
        await using var second = Services(first.DataFolder);
        await Assert.ThrowsAsync<DataFolderInUseException>(() => second.GetRequiredService<EmbeddedEngine>().StartAsync(Cancel));
        var client = second.GetRequiredService<IOrchestrationClient>();

        await Assert.ThrowsAsync<DataFolderInUseException>(() => client.GetInstanceAsync("x", cancellationToken: Cancel));
        await Assert.ThrowsAsync<EngineStoppedException>(() => client.RaiseEventAsync("x", "go", cancellationToken: Cancel));
    }

    private static OrchestrationCatalog Waiting() =>
        new OrchestrationCatalog().Orchestrator("Test", context => context.WaitForExternalEvent<string>("go"));

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(Waiting())
        .AddEmbeddedEngine(options => options.DataFolder = folder)
        .BuildServiceProvider();
}
