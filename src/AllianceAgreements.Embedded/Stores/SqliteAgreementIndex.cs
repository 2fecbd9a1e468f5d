using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceAgreements.Domain.Ports;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>The index as one table of <c>agreements.db</c>: a summary as JSON, and beside it what it is found and sorted by.</summary>
internal sealed class SqliteAgreementIndex(AgreementDatabase database) : IAgreementIndex
{
    private const int MaximumTop = 200;
    private const int MaximumText = 200;
    private const string SelectHeads = "SELECT id, position FROM agreement_index WHERE id > $after ORDER BY id LIMIT $count";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken) =>
        await database.WriteAsync(connection => Upsert(connection, summary), cancellationToken);

    public ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken)
    {
        if (query.Top is < 1 or > MaximumTop || query.Text?.Length > MaximumText)
        {
            throw new ArgumentException($"A page has 1 to {MaximumTop} rows, and a text to search for at most {MaximumText} characters.", nameof(query));
        }

        cancellationToken.ThrowIfCancellationRequested();
        using var connection = database.OpenReader();
        using var command = CreateCommand(connection, query);
        using var reader = command.ExecuteReader();
        var items = new List<AgreementSummary>();
        while (reader.Read())
        {
            items.Add(JsonSerializer.Deserialize<AgreementSummary>(reader.GetString(0), Json)!);
        }

        if (items.Count <= query.Top)
        {
            return ValueTask.FromResult(new AgreementPage(items, null));
        }

        items.RemoveAt(query.Top);
        return ValueTask.FromResult(new AgreementPage(items, new PageToken(items[^1].StartedAt.UtcTicks, items[^1].Id).ToString()));
    }

    public IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken) =>
        HeadPages.ListAsync(database, SelectHeads, cancellationToken);

    internal static SqliteCommand CreateCommand(SqliteConnection connection, AgreementQuery query)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT summary FROM agreement_index {Source(query)}
            WHERE {string.Join(" AND ", Criteria(query, command.Parameters).Append("TRUE"))}
            ORDER BY started_at DESC, id DESC LIMIT $limit
            """;
        command.Parameters.AddWithValue("$limit", query.Top + 1);
        return command;
    }

    private static int Upsert(SqliteConnection connection, AgreementSummary summary)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO agreement_index (id, position, status, form, started_at, next_due, search_text, summary)
            VALUES ($id, $position, $status, $form, $startedAt, $nextDue, $searchText, $summary)
            ON CONFLICT (id) DO UPDATE SET
                position = excluded.position, status = excluded.status, form = excluded.form, started_at = excluded.started_at,
                next_due = excluded.next_due, search_text = excluded.search_text, summary = excluded.summary
            WHERE excluded.position > position
            """;
        command.Parameters.AddWithValue("$id", summary.Id.Value);
        command.Parameters.AddWithValue("$position", summary.Position);
        command.Parameters.AddWithValue("$status", summary.Status.ToString());
        command.Parameters.AddWithValue("$form", summary.Form.ToString());
        command.Parameters.AddWithValue("$startedAt", summary.StartedAt.UtcTicks);
        command.Parameters.AddWithValue("$nextDue", (object?)summary.NextDue?.UtcTicks ?? DBNull.Value);
        command.Parameters.AddWithValue("$searchText", Fold(string.Join('\u001f', [summary.Reference, summary.Title, .. summary.Parties])));
        command.Parameters.AddWithValue("$summary", JsonSerializer.Serialize(summary, Json));
        return command.ExecuteNonQuery();
    }

    // Without statistics SQLite prefers an index that saves sorting; these two filters are worth more than that.
    private static string Source(AgreementQuery query) =>
        query.DueBefore is not null ? "INDEXED BY agreement_index_by_due"
        : string.IsNullOrEmpty(query.Text) ? ""
        : "INDEXED BY agreement_index_by_text";

    private static IEnumerable<string> Criteria(AgreementQuery query, SqliteParameterCollection parameters)
    {
        if (query.Status is { } status)
        {
            parameters.AddWithValue("$status", status.ToString());
            yield return "status = $status";
        }

        if (query.Form is { } form)
        {
            parameters.AddWithValue("$form", form.ToString());
            yield return "form = $form";
        }

        if (!string.IsNullOrEmpty(query.Text))
        {
            parameters.AddWithValue("$text", Fold(query.Text));
            yield return "instr(search_text, $text) > 0";
        }

        if (query.DueBefore is { } due)
        {
            parameters.AddWithValue("$due", due.UtcTicks);
            yield return "next_due < $due";
        }

        if (query.Continuation is { } continuation)
        {
            var token = PageToken.Parse(continuation);
            parameters.AddWithValue("$afterStart", token.StartedAt);
            parameters.AddWithValue("$afterId", token.Id.Value);
            yield return "(started_at, id) < ($afterStart, $afterId)";
        }
    }

    private static string Fold(string text) => text.ToLowerInvariant();
}
