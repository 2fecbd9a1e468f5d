using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>How far the look at every record has come: the one row of a table of <c>agreements.db</c>.</summary>
internal sealed class SqliteSweepCursor(AgreementDatabase database) : ISweepCursor
{
    public ValueTask<SweepPlace?> FindAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT after, begun_at FROM sweep_place";
        using var reader = command.ExecuteReader();
        return ValueTask.FromResult(reader.Read()
            ? new SweepPlace(AgreementId.Parse(reader.GetString(0)), new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero))
            : null);
    }

    public async ValueTask SaveAsync(SweepPlace place, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO sweep_place (only, after, begun_at) VALUES (1, $after, $begun) ON CONFLICT (only) DO UPDATE SET after = $after, begun_at = $begun";
                command.Parameters.AddWithValue("$after", place.After.Value);
                command.Parameters.AddWithValue("$begun", place.BegunAt.UtcTicks);
                return command.ExecuteNonQuery();
            },
            cancellationToken);
    }

    public async ValueTask ClearAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "DELETE FROM sweep_place";
                return command.ExecuteNonQuery();
            },
            cancellationToken);
    }
}
