using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceAgreements.Domain.Ports;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>A row of the agreements: the summary as JSON, and beside it what it is found by.</summary>
internal static class AgreementRow
{
    public const string Position = "Position";
    public const string Due = "Due";
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";

    private const string Summary = "Summary";

    // A property holds at most 64 KiB (Table service data model); a row with many names in it may need some.
    private const int MaximumBytes = 64 * 1024;

    // It is never part of a page, so letters beyond ASCII need not be spelt out in six bytes each.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The row of a summary.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="due">The key of the row that says when it is due; null when it is not.</param>
    public static TableEntity Of(AgreementSummary summary, string? due)
    {
        var address = IndexKeys.Agreement(summary.Id, summary.StartedAt.UtcTicks);
        var row = new TableEntity(address.Partition, address.Row) { [Position] = summary.Position, [Due] = due };
        SearchFields.Of(summary).WriteTo(row);
        var part = 0;
        foreach (var bytes in JsonSerializer.SerializeToUtf8Bytes(summary, Json).Chunk(MaximumBytes))
        {
            row[Summary + part++] = bytes;
        }

        return row;
    }

    /// <summary>The summary of a row that was read whole.</summary>
    public static AgreementSummary Read(TableEntity row)
    {
        using var json = new MemoryStream();
        for (var part = 0; row.GetBinary(Summary + part) is { } bytes; part++)
        {
            json.Write(bytes);
        }

        return JsonSerializer.Deserialize<AgreementSummary>(json.GetBuffer().AsSpan(0, (int)json.Length), Json)
            ?? throw new InvalidDataException($"Row {row.RowKey} of the index holds no summary.");
    }
}
