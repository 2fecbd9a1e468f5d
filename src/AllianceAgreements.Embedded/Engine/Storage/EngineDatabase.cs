using AllianceAgreements.Embedded.Stores;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>The engine's database file: its place, its pragmas and its schema.</summary>
internal sealed class EngineDatabase(string folder)
{
    public static readonly int SchemaVersion = SchemaUpgrades.Latest;

    private const string FileName = "orchestrations.db";

    // Readers share a pool of their own: a pooled connection keeps the pragmas it was given.
    private readonly string _writing = ConnectionString(folder, pooling: false);
    private readonly string _reading = ConnectionString(folder, pooling: true);

    public string Folder { get; } = folder;

    /// <summary>Creates the schema where there is none, and brings an older one up to date; all or nothing.</summary>
    /// <exception cref="DataFolderTooNewException">The file is of a newer version.</exception>
    public void Prepare()
    {
        DurableFiles.CreateDatabaseFile(Path.Combine(Folder, FileName));
        using var connection = OpenForWriting();
        var found = (long)Scalar(connection, "PRAGMA user_version")!;
        if (found > SchemaVersion)
        {
            throw new DataFolderTooNewException(connection.DataSource, found, SchemaVersion);
        }

        if (found < SchemaVersion)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var change in found == 0 ? [ReadSchema()] : SchemaUpgrades.From(found))
            {
                Execute(connection, change);
            }

            Execute(connection, $"PRAGMA user_version = {SchemaVersion}");
            transaction.Commit();
        }
    }

    /// <summary>
    /// A connection whose commits are on the disk when they return: in WAL mode only <c>synchronous = FULL</c> syncs the log at
    /// every commit (sqlite.org/pragma.html#pragma_synchronous), and only <c>fullfsync</c> reaches the platters on macOS.
    /// </summary>
    public SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(_writing);
        connection.Open();
        Execute(connection, """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA journal_size_limit = 67108864;
            """);
        return connection;
    }

    public SqliteConnection OpenForReading()
    {
        var connection = new SqliteConnection(_reading);
        connection.Open();
        Execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>Closes the reading connections that the provider keeps open, so that the files can be moved or deleted.</summary>
    public void ReleaseFiles()
    {
        using var connection = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(connection);
    }

    private static string ConnectionString(string folder, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(folder, FileName),
        DefaultTimeout = 30,
        Pooling = pooling,
    }.ToString();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this class, an upgrade or the embedded schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static string ReadSchema()
    {
        using var stream = typeof(EngineDatabase).Assembly.GetManifestResourceStream("engine-schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
