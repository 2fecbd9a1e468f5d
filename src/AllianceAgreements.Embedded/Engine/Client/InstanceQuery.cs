using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Client;

/// <summary>Turns a query into SQL with parameters. Every page is one walk along an index, newest first.</summary>
internal static class InstanceQuery
{
    public static string Select(bool withPayloads) => string.Concat(
        "SELECT id, name, status, created_at, updated_at, parent_id, custom_status, failure, ",
        withPayloads ? "input, output" : "NULL, NULL",
        ", key FROM instances");

    /// <summary>The SQL for one row more than a page, which tells whether there is a next page.</summary>
    /// <exception cref="ArgumentException">The query is out of its bounds.</exception>
    public static (string Sql, IReadOnlyList<object?> Values) Build(OrchestrationQuery query)
    {
        OrchestrationLimits.Check(query);
        var values = new List<object?>();
        var conditions = new List<string>();
        if (query.Statuses is { } statuses)
        {
            conditions.Add($"status IN ({string.Join(", ", statuses.Distinct().Select(status => Add((int)status)))})");
        }

        if (query.CreatedFrom is { } from)
        {
            conditions.Add($"created_at >= {Add(from.UtcTicks)}");
        }

        if (query.CreatedTo is { } to)
        {
            conditions.Add($"created_at < {Add(to.UtcTicks)}");
        }

        if (!string.IsNullOrEmpty(query.InstanceIdPrefix))
        {
            conditions.Add($"id >= {Add(query.InstanceIdPrefix)} AND id < {Add(query.InstanceIdPrefix + "\U0010FFFF")}");
        }

        if (!string.IsNullOrEmpty(query.Text))
        {
            var pattern = Add($"%{Escape(query.Text)}%");
            conditions.Add($@"(id LIKE {pattern} ESCAPE '\' OR name LIKE {pattern} ESCAPE '\')");
        }

        if (query.ContinuationToken is { } continuation)
        {
            var token = PageToken.Parse(continuation);
            conditions.Add($"(created_at, key) < ({Add(token.CreatedAt)}, {Add(token.Key)})");
        }

        var where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        var sql = $"{Select(query.FetchInputsAndOutputs)}{where} ORDER BY created_at DESC, key DESC LIMIT {Add(query.PageSize + 1)}";
        return (sql, values);

        string Add(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
    }

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
