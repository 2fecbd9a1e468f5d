using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

public sealed partial class AlertTemplateTests
{
    private const string Queries = "Microsoft.Insights/scheduledQueryRules";
    private const string Metrics = "Microsoft.Insights/metricAlerts";

    [Fact]
    public void Alerts_All_ReachSomebodyAndAreInTheRunbook()
    {
        var template = EvaluatedTemplate.Of("prod");
        var runbook = Repository.Read("docs", "runbook.md").Split('\n');

        JsonNode[] alerts = [.. template.All(Queries), .. template.All(Metrics)];

        Assert.All(alerts, alert =>
        {
            Assert.NotEmpty(alert["properties"]!["actions"] is JsonArray actions ? actions : alert["properties"]!["actions"]!["actionGroups"]!.AsArray());
            Assert.True((bool)alert["properties"]!["enabled"]!);
            Assert.Contains($"### {NameOf(alert)}", runbook);
        });
        Assert.NotEmpty(template.Single("Microsoft.Insights/actionGroups")["properties"]!["emailReceivers"]!.AsArray());
    }

    // An alert that looks for words nobody logs any more would never be raised.
    [Fact]
    public void Queries_ThatQuoteTheProduct_QuoteWhatItLogs()
    {
        var logged = Logged();

        var quoted = EvaluatedTemplate.Of("prod").All(Queries)
            .SelectMany(alert => Beginnings().Matches((string)alert["properties"]!["criteria"]!["allOf"]![0]!["query"]!))
            .Select(match => match.Groups["words"].Value)
            .ToArray();

        Assert.NotEmpty(quoted);
        Assert.All(quoted, words => Assert.Contains(logged, message => message.StartsWith(words, StringComparison.Ordinal)));
    }

    // The query takes the agreement and the entry out of the text, so the text must be in the same pieces.
    [Fact]
    public void StuckAgreements_Query_CountsSweepsThatWakeTheSameAgreementAtTheSameEntry()
    {
        var query = (string)EvaluatedTemplate.Of("prod").Single(Queries, "stuck-agreements-check")["properties"]!["criteria"]!["allOf"]![0]!["query"]!;

        var pieces = Pieces().Match(query).Groups["piece"].Captures.Select(piece => piece.Value).ToArray();

        Assert.Equal(3, pieces.Length);
        Assert.Contains(Logged(), message => Placeholder().Split(message).SequenceEqual(pieces));
        Assert.EndsWith("summarize sweeps = dcount(bin(TimeGenerated, 5m)) by agreement, position | where sweeps > 3", query, StringComparison.Ordinal);
    }

    // The sweep leaves what takes in a wake-up alone for 62 minutes, and comes every five: the log of six hours has five such wake-ups of one.
    [Fact]
    public void StuckAgreements_Window_HoldsMoreWakeUpsThanItsQueryAsksFor()
    {
        var rule = EvaluatedTemplate.Of("prod").Single(Queries, "stuck-agreements-check")["properties"]!;

        Assert.Equal("PT6H", (string)rule["windowSize"]!);
    }

    [Fact]
    public void Queries_OfMetrics_AskForThoseThereAre()
    {
        var measured = Repository.Read("docs", "observability.md");

        var asked = EvaluatedTemplate.Of("prod").All(Queries)
            .SelectMany(alert => Metric().Matches((string)alert["properties"]!["criteria"]!["allOf"]![0]!["query"]!))
            .Select(match => match.Groups["metric"].Value)
            .ToArray();

        Assert.NotEmpty(asked);
        Assert.All(asked, metric => Assert.Contains($"`{metric}`", measured, StringComparison.Ordinal));
    }

    [Fact]
    public void Dashboard_Workbook_HasAQueryInEveryPart()
    {
        var workbook = JsonNode.Parse((string)EvaluatedTemplate.Of("prod").Single("Microsoft.Insights/workbooks")["properties"]!["serializedData"]!)!;

        var queries = workbook["items"]!.AsArray().Where(item => (int)item!["type"]! == 3).ToArray();

        Assert.True(queries.Length > 5);
        Assert.All(queries, item => Assert.NotEmpty((string)item!["content"]!["query"]!));
        Assert.Distinct(workbook["items"]!.AsArray().Select(item => (string)item!["name"]!));
    }

    private static string[] Logged() =>
    [
        .. typeof(AgreementSweep).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message)
            .OfType<string>(),
    ];

    // A rule is called after its alert, and then after the environment or what it watches.
    private static string NameOf(JsonNode alert) => Suffix().Replace(EvaluatedTemplate.NameOf(alert), string.Empty);

    [GeneratedRegex("""Message startswith "(?<words>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Beginnings();

    [GeneratedRegex("""parse Message with("(?<piece>[^"]*)"|[a-z:]+|\s)+ \|""", RegexOptions.ExplicitCapture)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"(?<metric>agreement\\.[a-z.]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Metric();

    [GeneratedRegex("(-(host|records))?-check$", RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();
}
