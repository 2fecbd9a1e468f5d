namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>What each version of the schema added to the one before it. A new database is made as it is now, by <c>Schema.sql</c>.</summary>
internal static class SchemaUpgrades
{
    // Instances that are under way get their trace with their next episode.
    private const string ToVersion2 = """
        ALTER TABLE instances ADD COLUMN trace_parent TEXT;
        ALTER TABLE inbox ADD COLUMN trace_parent TEXT;
        ALTER TABLE activities ADD COLUMN trace_parent TEXT;
        """;

    /// <summary>In order; the first brings version 1 to version 2.</summary>
    private static readonly string[] All = [ToVersion2];

    /// <summary>The version that the last of them leads to.</summary>
    public static int Latest => All.Length + 1;

    /// <summary>What leads from an older version to the latest.</summary>
    public static IEnumerable<string> From(long version) => All.Skip((int)version - 1);
}
