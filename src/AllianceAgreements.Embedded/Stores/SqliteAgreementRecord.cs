using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>Records as rows of <c>agreements.db</c>, one an entry, in the bytes they were appended in.</summary>
internal sealed class SqliteAgreementRecord(AgreementDatabase database) : IAgreementRecord
{
    // Steps from agreement to agreement by the primary key; grouping would read every entry of every record.
    private const string SelectHeads = """
        WITH RECURSIVE heads (agreement) AS (
            SELECT min(agreement) FROM record WHERE agreement > $after
            UNION ALL
            SELECT (SELECT min(agreement) FROM record WHERE agreement > heads.agreement) FROM heads WHERE heads.agreement IS NOT NULL)
        SELECT agreement, (SELECT max(position) FROM record WHERE record.agreement = heads.agreement)
        FROM heads WHERE agreement IS NOT NULL LIMIT $count
        """;

    public ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT line FROM record WHERE agreement = $agreement ORDER BY position";
        command.Parameters.AddWithValue("$agreement", id.Value);
        using var reader = command.ExecuteReader();
        var entries = new List<RecordEntry>();
        while (reader.Read())
        {
            var entry = RecordEntry.Parse(reader.GetFieldValue<byte[]>(0));
            entries.Add(entry.Position == entries.Count
                ? entry
                : throw new InvalidDataException($"The record of agreement {id} has position {entry.Position} where {entries.Count} should be."));
        }

        return ValueTask.FromResult<IReadOnlyList<RecordEntry>>(entries);
    }

    public ValueTask<bool> TryAppendAsync(AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
    {
        RecordChain.RequireChained(entries);
        return database.WriteAsync(connection => TryAppend(connection, id.Value, entries), cancellationToken);
    }

    // Lists them all, whenever they changed: entries tell when they were decided, not when they were appended.
    public IAsyncEnumerable<RecordHead> ListAsync(DateTimeOffset? changedSince, AgreementId? after, CancellationToken cancellationToken) =>
        HeadPages.ListAsync(database, SelectHeads, after, cancellationToken);

    private static bool TryAppend(SqliteConnection connection, string agreement, IReadOnlyList<RecordEntry> entries)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ifnull(max(position) + 1, 0) FROM record WHERE agreement = $agreement";
        command.Parameters.AddWithValue("$agreement", agreement);
        if ((long)command.ExecuteScalar()! != entries[0].Position)
        {
            return false;
        }

        command.CommandText = "INSERT INTO record (agreement, position, line) VALUES ($agreement, $position, $line)";
        var position = command.Parameters.Add("$position", SqliteType.Integer);
        var line = command.Parameters.Add("$line", SqliteType.Blob);
        foreach (var entry in entries)
        {
            position.Value = entry.Position;
            line.Value = entry.Line.ToArray();
            command.ExecuteNonQuery();
        }

        return true;
    }
}
