using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>The index as one table of <c>agreements.db</c>: a summary as JSON, and beside it what it is found and sorted by.</summary>
internal sealed class SqliteAgreementIndex(AgreementDatabase database) : IAgreementIndex
{
    private const string SelectHeads = "SELECT id, position FROM agreement_index WHERE id > $after ORDER BY id LIMIT $count";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken) =>
        await database.WriteAsync(connection => Upsert(connection, summary), cancellationToken);

    public ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken)
    {
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
        return ValueTask.FromResult(new AgreementPage(items, IndexCursor.After(query.Order, items[^1]).ToString()));
    }

    public ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
        IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, position FROM agreement_index WHERE id IN (SELECT value FROM json_each($ids))";
        command.Parameters.AddWithValue("$ids", JsonSerializer.Serialize(ids));
        using var reader = command.ExecuteReader();
        var positions = new Dictionary<AgreementId, long>();
        while (reader.Read())
        {
            positions.Add(AgreementId.Parse(reader.GetString(0)), reader.GetInt64(1));
        }

        return ValueTask.FromResult<IReadOnlyDictionary<AgreementId, long>>(positions);
    }

    public IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken) =>
        HeadPages.ListAsync(database, SelectHeads, after: null, cancellationToken);

    public async ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken) =>
        await database.WriteAsync(connection => Remove(connection, id), cancellationToken);

    internal static SqliteCommand CreateCommand(SqliteConnection connection, AgreementQuery query)
    {
        var after = IndexCursor.Of(query);
        var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT summary FROM agreement_index {Source(query)}
            WHERE {string.Join(" AND ", Criteria(query, after, command.Parameters).Append("TRUE"))}
            ORDER BY {(query.Order == IndexOrder.Due ? "next_due, id" : "started_at DESC, id DESC")} LIMIT $limit
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
            WHERE excluded.position >= position
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

    private static int Remove(SqliteConnection connection, AgreementId id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM agreement_index WHERE id = $id";
        command.Parameters.AddWithValue("$id", id.Value);
        return command.ExecuteNonQuery();
    }

    // Without statistics SQLite prefers an index that saves sorting; these filters are worth more than that.
    private static string Source(AgreementQuery query) =>
        query.DueBefore is not null ? "INDEXED BY agreement_index_by_due"
        : string.IsNullOrEmpty(query.Text) && string.IsNullOrEmpty(query.Party) ? ""
        : "INDEXED BY agreement_index_by_text";

    private static IEnumerable<string> Criteria(AgreementQuery query, IndexCursor? after, SqliteParameterCollection parameters)
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

        if (!string.IsNullOrEmpty(query.Party))
        {
            // The first is only a sieve, and reads no summary of those it holds back.
            parameters.AddWithValue("$party", Fold(query.Party));
            yield return "instr(search_text, $party) > 0";
            yield return "EXISTS (SELECT TRUE FROM json_each(summary, '$.parties') WHERE value = $party COLLATE NOCASE)";
        }

        if (query.DueBefore is { } due)
        {
            parameters.AddWithValue("$due", due.UtcTicks);
            yield return "next_due < $due";
        }

        if (after is { } cursor)
        {
            parameters.AddWithValue("$afterTicks", cursor.Ticks);
            parameters.AddWithValue("$afterId", cursor.Id.Value);
            yield return cursor.Order == IndexOrder.Due
                ? "(next_due, id) > ($afterTicks, $afterId)"
                : "(started_at, id) < ($afterTicks, $afterId)";
        }
    }

    private static string Fold(string text) => text.ToLowerInvariant();
}
