using AllianceAgreements.Embedded.Engine.Client;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Tests.Engine.Crashes;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

/// <summary>
/// Histories that released engines wrote must replay on this one. To add one, run <see cref="Record_Journey_WritesHistories"/>
/// by name and commit what it writes; never change one that is committed.
/// </summary>
public sealed class HistoryReplayerTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Engine", "Histories");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Replay_StoredHistory_TodaysCodeDoesTheSame(string file)
    {
        var history = StoredHistory.Parse(File.ReadAllText(Path.Combine(Folder, file)));

        HistoryReplayer.Replay(Catalog(), history);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Replay_StepOfTheHistoryIsAnother_ShowsBothSides(string file)
    {
        var history = StoredHistory.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        var step = history.Events.First(e => e.Type == HistoryEventType.TaskScheduled);
        var other = history with { Events = [.. history.Events.Select(e => e == step ? e with { Name = "Elsewhere" } : e)] };

        var fault = Assert.Throws<NonDeterministicOrchestrationException>(() => HistoryReplayer.Replay(Catalog(), other));

        Assert.Contains("'Elsewhere'", fault.Expected, StringComparison.Ordinal);
        Assert.Contains($"'{Journey.Effect}'", fault.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Replay_HistoryEndsEarly_IsAccepted(string file)
    {
        var history = StoredHistory.Parse(File.ReadAllText(Path.Combine(Folder, file)));

        // Every committed prefix is the history of an instance in flight.
        foreach (var (episode, end) in EpisodeEnds(history))
        {
            var prefix = history with { Events = [.. history.Events.Take(end)] };
            var fault = Record.Exception(() => HistoryReplayer.Replay(Catalog(), prefix));
            Assert.True(fault is null, $"Episode {episode}: {fault?.Message}");
        }
    }

    [Fact]
    public void Parse_WhatToJsonWrote_IsEqual()
    {
        var text = File.ReadAllText(Directory.EnumerateFiles(Folder, "*.json").First());

        Assert.Equal(text.TrimEnd(), StoredHistory.Parse(text).ToJson());
    }

    [Fact(Explicit = true)]
    public async Task Record_Journey_WritesHistories()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await EmbeddedHarness.StartAsync(Catalog());
        var histories = new StoredHistories(host.Engine);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(Journey.Name, null, new() { InstanceId = "journey" }, cancel);
        await host.Client.RaiseEventAsync("journey", Journey.Decision, "yes", cancel);
        await host.WaitUntilHistoryAsync("journey", history => history.Any(e => e.Type is "SubOrchestrationScheduled"));
        await WriteAsync("journey-first-run.json", await histories.GetAsync("journey", cancel));
        await host.WaitUntilHistoryAsync("signing", history => history.Any(e => e.Type is "TimerCreated"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.WaitForEndAsync("journey");
        await WriteAsync("journey-second-run.json", await histories.GetAsync("journey", cancel));
        await WriteAsync("signing.json", await histories.GetAsync("signing", cancel));

        Task WriteAsync(string file, StoredHistory history) => File.WriteAllTextAsync(Path.Combine(Folder, file), history.ToJson() + "\n", cancel);
    }

    private static OrchestrationCatalog Catalog() => Journey.Catalog(key => key, TimeSpan.FromHours(1));

    private static IEnumerable<(int Episode, int End)> EpisodeEnds(StoredHistory history) => history.Events
        .Index()
        .Where(e => e.Item.Type == HistoryEventType.OrchestratorStarted && e.Index > 0)
        .Select((e, episode) => (episode, e.Index));
}
