using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Mail;

/// <summary>The mail ledger as rows of <c>agreements.db</c>, for real mail from one machine. One row a mail, kept for good.</summary>
internal sealed class SqliteMailLedger(AgreementDatabase database, TimeProvider clock) : IMailLedger
{
    // A data folder belongs to one process at a time, so whatever an earlier one had claimed, it died with.
    private const string Take = """
        INSERT INTO mail_ledger (key, claim, process, until) VALUES ($key, $claim, $process, $until)
        ON CONFLICT (key) DO UPDATE SET claim = $claim, process = $process, until = $until
        WHERE sent_at IS NULL AND (until <= $now OR process <> $process)
        """;

    private readonly string _process = Guid.NewGuid().ToString("N");

    public ValueTask<MailClaim> ClaimAsync(string keyHash, TimeSpan duration, CancellationToken cancellationToken)
    {
        var claim = new MailClaim.Granted(keyHash, Guid.NewGuid().ToString("N"));
        var now = clock.GetUtcNow();
        return database.WriteAsync<MailClaim>(
            connection =>
            {
                using var take = Command(connection, Take, claim);
                take.Parameters.AddWithValue("$process", _process);
                take.Parameters.AddWithValue("$until", (now + duration).UtcTicks);
                take.Parameters.AddWithValue("$now", now.UtcTicks);
                if (take.ExecuteNonQuery() == 1)
                {
                    return claim;
                }

                using var look = Command(connection, "SELECT sent_at IS NOT NULL FROM mail_ledger WHERE key = $key", claim);
                return (long)look.ExecuteScalar()! == 1 ? new MailClaim.Sent() : new MailClaim.Held();
            },
            cancellationToken);
    }

    public async ValueTask MarkSentAsync(MailClaim.Granted claim, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(
            connection =>
            {
                using var mark = Command(connection, "UPDATE mail_ledger SET sent_at = $now WHERE key = $key AND sent_at IS NULL", claim);
                mark.Parameters.AddWithValue("$now", now.UtcTicks);
                return mark.ExecuteNonQuery();
            },
            cancellationToken);
    }

    public async ValueTask ReleaseAsync(MailClaim.Granted claim, CancellationToken cancellationToken) => await database.WriteAsync(
        connection =>
        {
            using var release = Command(connection, "DELETE FROM mail_ledger WHERE key = $key AND claim = $claim AND sent_at IS NULL", claim);
            return release.ExecuteNonQuery();
        },
        cancellationToken);

    private static SqliteCommand Command(SqliteConnection connection, string sql, MailClaim.Granted claim)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$key", claim.KeyHash);
        command.Parameters.AddWithValue("$claim", claim.Token);
        return command;
    }
}
