using AllianceAgreements.Embedded.Engine.Client;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Tests.Engine.Crashes;
using AllianceAgreements.Testing.Histories;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

/// <summary>
/// Histories that released engines wrote must replay on this one. <see cref="Replay_JourneyOfToday_DoesTheSame"/> adds those of a
/// release; never change one that is committed.
/// </summary>
public sealed class HistoryReplayerTests
{
    private static readonly HistoryFiles Stored = new("Engine/Histories");

    public static TheoryData<string> Files => [.. Stored.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Replay_StoredHistory_TodaysCodeDoesTheSame(string file)
    {
        var history = StoredHistory.Parse(Stored.Read(file));

        HistoryReplayer.Replay(Catalog(), history);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Replay_StepOfTheHistoryIsAnother_ShowsBothSides(string file)
    {
        var history = StoredHistory.Parse(Stored.Read(file));
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
        var history = StoredHistory.Parse(Stored.Read(file));

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
        var text = Stored.Read(Stored.Names.First());

        Assert.Equal(text.TrimEnd(), StoredHistory.Parse(text).ToJson());
    }

    [Fact]
    public async Task Replay_JourneyOfToday_DoesTheSame()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await EmbeddedHarness.StartAsync(Catalog());
        var histories = new StoredHistories(host.Engine);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(Journey.Name, null, new() { InstanceId = "journey" }, cancel);
        await host.Client.RaiseEventAsync("journey", Journey.Decision, "yes", cancel);
        await host.WaitUntilHistoryAsync("journey", history => history.Any(e => e.Type is "SubOrchestrationScheduled"));
        var firstRun = await histories.GetAsync("journey", cancel);
        await host.WaitUntilHistoryAsync("signing", history => history.Any(e => e.Type is "TimerCreated"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.WaitForEndAsync("journey");
        var secondRun = await histories.GetAsync("journey", cancel);
        var signing = await histories.GetAsync("signing", cancel);

        Assert.Equal([0, 1, 0], [firstRun.Run, secondRun.Run, signing.Run]);
        foreach (var (name, history) in new[] { ("journey-first-run", firstRun), ("journey-second-run", secondRun), ("signing", signing) })
        {
            var json = history.ToJson();
            HistoryReplayer.Replay(Catalog(), StoredHistory.Parse(json));
            Stored.RecordIfAsked(name, json);
        }
    }

    private static OrchestrationCatalog Catalog() => Journey.Catalog(key => key, TimeSpan.FromHours(1));

    private static IEnumerable<(int Episode, int End)> EpisodeEnds(StoredHistory history) => history.Events
        .Index()
        .Where(e => e.Item.Type == HistoryEventType.OrchestratorStarted && e.Index > 0)
        .Select((e, episode) => (episode, e.Index));
}
