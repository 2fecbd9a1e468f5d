using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>The tables of <c>agreements.db</c>.</summary>
internal static class AgreementSchema
{
    public const int Version = 1;

    // That the record is append-only is the database's own rule: nothing is changed or removed, and nothing is put
    // anywhere but at the end. The last also stops INSERT OR REPLACE, for which SQLite fires no DELETE trigger.
    private const string Create = """
        CREATE TABLE record (
            agreement TEXT NOT NULL,
            position INTEGER NOT NULL,
            line BLOB NOT NULL,
            PRIMARY KEY (agreement, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER record_refuses_update BEFORE UPDATE ON record
        BEGIN
            SELECT RAISE(ABORT, 'The record is append-only: an entry cannot be changed.');
        END;
        CREATE TRIGGER record_refuses_delete BEFORE DELETE ON record
        BEGIN
            SELECT RAISE(ABORT, 'The record is append-only: an entry cannot be removed.');
        END;
        CREATE TRIGGER record_refuses_gap BEFORE INSERT ON record
        WHEN NEW.position IS NOT (SELECT ifnull(max(position) + 1, 0) FROM record WHERE agreement = NEW.agreement)
        BEGIN
            SELECT RAISE(ABORT, 'The record is append-only: an entry can only follow the last one.');
        END;

        CREATE TABLE agreement_index (
            id TEXT NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL,
            status TEXT NOT NULL,
            form TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            next_due INTEGER,
            search_text TEXT NOT NULL,
            summary TEXT NOT NULL
        ) STRICT;
        CREATE INDEX agreement_index_by_start ON agreement_index (started_at, id);
        CREATE INDEX agreement_index_by_status ON agreement_index (status, started_at, id);
        CREATE INDEX agreement_index_by_form ON agreement_index (form, started_at, id);
        CREATE INDEX agreement_index_by_due ON agreement_index (next_due) WHERE next_due IS NOT NULL;
        CREATE INDEX agreement_index_by_text ON agreement_index (started_at, id, status, form, search_text);
        """;

    // Added beside what version 1 has, which neither reads nor minds it: no new version, so that one can go back to an older release.
    private const string CreateAdditions = """
        CREATE TABLE IF NOT EXISTS mail_ledger (
            key TEXT NOT NULL PRIMARY KEY,
            claim TEXT NOT NULL,
            process TEXT NOT NULL,
            until INTEGER NOT NULL,
            sent_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sweep_place (
            only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
            after TEXT NOT NULL,
            begun_at INTEGER NOT NULL
        ) STRICT;
        """;

    /// <summary>Creates the tables in a new database, and refuses a database of a newer version.</summary>
    /// <exception cref="InvalidDataException">A newer version wrote the database.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        // Also settles which of two processes creates the tables.
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = Convert.ToInt32(command.ExecuteScalar());
        if (found > Version)
        {
            throw new InvalidDataException(
                $"'{connection.DataSource}' was written by a newer version of Alliance Agreements (schema {found}; this one knows {Version}). Run that version.");
        }

        if (found == 0)
        {
            command.CommandText = $"{Create} PRAGMA user_version = {Version};";
            command.ExecuteNonQuery();
        }

        command.CommandText = CreateAdditions;
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
