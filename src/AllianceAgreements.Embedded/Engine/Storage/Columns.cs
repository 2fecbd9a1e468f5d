using System.Data.Common;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>How columns become values.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? Int(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static long? Long(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateTime Time(this DbDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);

    public static DateTime? OptionalTime(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Time(column);
}
