using AllianceAgreements.Embedded.Engine.Client;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Embedded.Engine.Telemetry;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

/// <summary>Ready work is found by index: no statement of the dispatcher walks through what waits.</summary>
public sealed class QueryPlanTests : IDisposable
{
    // The ready table holds nothing that waits, and the next timer is the first entry of its index.
    private static readonly string[] FromTheFront = ["SCAN ready", "SCAN timers USING COVERING INDEX timers_by_due_time"];

    private readonly TemporaryFolder _folder = new();
    private readonly EngineDatabase _database;

    public QueryPlanTests()
    {
        _database = new EngineDatabase(_folder.Path);
        _database.Prepare();
    }

    public static TheoryData<string> OfTheDispatcher =>
    [
        ReadyTable.SelectFirst,
        TimerTable.SelectDue,
        TimerTable.SelectNext,
        ActivityTable.SelectAfter,
        HistoryTable.Select,
        InboxTable.Select,
        InstanceTable.SelectById,
        InstanceTable.SelectChildren,
        TimerTable.DeleteOne,
        ActivityTable.DeleteAll,
        EngineGauges.SelectOldestReady,
    ];

    public static TheoryData<OrchestrationQuery> OfTheLists =>
    [
        new OrchestrationQuery(),
        new OrchestrationQuery { ContinuationToken = new PageToken(1, 1).ToString() },
        new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Running] },
        new OrchestrationQuery { CreatedFrom = DateTimeOffset.UnixEpoch, CreatedTo = DateTimeOffset.UnixEpoch.AddDays(1) },
    ];

    [Theory]
    [MemberData(nameof(OfTheDispatcher))]
    public void Plan_StatementOfTheDispatcher_SearchesAnIndexAndSortsNothing(string sql)
    {
        var plan = PlanOf(sql, []);

        Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));

        Assert.All(plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)), step => Assert.Contains(step, FromTheFront));
    }

    [Theory]
    [MemberData(nameof(OfTheLists))]
    public void Plan_FirstPage_WalksAnIndexInItsOrder(OrchestrationQuery query)
    {
        var (sql, values) = InstanceQuery.Build(query);

        var plan = PlanOf(sql, [.. values]);

        Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("USING INDEX instances_by_", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _database.ReleaseFiles();
        _folder.Dispose();
    }

    private List<string> PlanOf(string sql, object?[] values)
    {
        using var connection = _database.OpenForReading();
        using var explain = new Statement(connection, $"EXPLAIN QUERY PLAN {sql}", Math.Max(values.Length, sql.Count(c => c == '$')));
        return explain.List(row => row.GetString(3), values);
    }
}
