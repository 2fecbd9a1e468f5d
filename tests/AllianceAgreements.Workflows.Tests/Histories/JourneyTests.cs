using System.Text.RegularExpressions;
using AllianceAgreements.Embedded.Engine.Replay;

namespace AllianceAgreements.Workflows.Tests.Histories;

/// <summary>What today's code leaves behind is fit to be stored, and is stored when a release is recorded.</summary>
public sealed partial class JourneyTests
{
    [Fact]
    public async Task Archived_HistoriesOfIt_CoverEveryOrchestrator()
    {
        var histories = await RecordAsync(Journeys.ArchivedAsync);

        Assert.Equal(
            AgreementCatalog.Create().Orchestrators.Keys.Order(StringComparer.Ordinal),
            histories.Select(history => history.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var approval = histories.Single(history => history.InstanceId.EndsWith(":approval:1", StringComparison.Ordinal));
        Assert.Contains(approval.Events, e => e.Type == HistoryEventType.TimerFired);
        Assert.Contains(approval.Events, e => e.Type == HistoryEventType.EventRaised);
        Assert.All(histories, history => Assert.Equal(HistoryEventType.ExecutionCompleted, history.Events[^1].Type));
    }

    [Fact]
    public async Task Declined_HistoriesOfIt_EndWithoutSigning()
    {
        var histories = await RecordAsync(Journeys.DeclinedAsync);

        Assert.DoesNotContain(histories[0].Events, e => e.Type == HistoryEventType.SubOrchestrationScheduled && e.Name == "Signing");
        Assert.All(histories, history => Assert.Equal(HistoryEventType.ExecutionCompleted, history.Events[^1].Type));
    }

    [Fact]
    public async Task Waiting_HistoriesOfIt_AreOpen()
    {
        var histories = await RecordAsync(Journeys.WaitingAsync);

        Assert.All(histories, history => Assert.DoesNotContain(history.Events, e => e.Type == HistoryEventType.ExecutionCompleted));
    }

    /// <summary>Lives the journey, and holds its histories against the code that wrote them and against all that must not be in them.</summary>
    private static async Task<IReadOnlyList<StoredHistory>> RecordAsync(
        Func<AgreementWorld, Task<IReadOnlyDictionary<string, StoredHistory>>> journey)
    {
        await using var world = await AgreementWorld.StartAsync();
        var histories = await journey(world);
        var tokens = world.Mails.SelectMany(mail => Link().Matches(mail.Text)).Select(link => link.Groups["token"].Value).ToList();
        Assert.NotEmpty(tokens);
        foreach (var (name, history) in histories)
        {
            var json = history.ToJson();
            Assert.All(tokens, token => Assert.DoesNotContain(token, json, StringComparison.Ordinal));
            Assert.All(world.Mails, mail => Assert.DoesNotContain(mail.ToAddress, json, StringComparison.OrdinalIgnoreCase));
            HistoryReplayer.Replay(AgreementCatalog.Create(), StoredHistory.Parse(json));
            StoredHistoryTests.Stored.RecordIfAsked(name, json);
        }

        return [.. histories.Values];
    }

    [GeneratedRegex(@"https://agreements\.example/(review|sign)/[^/\s]+/(?<token>[\w.~-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
