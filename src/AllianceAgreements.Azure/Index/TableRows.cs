using Azure;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>Reads and deletes rows by their keys, which costs the same in a table of any size.</summary>
internal static class TableRows
{
    // Tables have no call that reads rows of several partitions; as many connections as this stay well below what an account takes.
    private const int ReadsAtOnce = 16;

    /// <summary>The row; null when there is none.</summary>
    public static async Task<TableEntity?> FindAsync(
        this TableClient table, RowAddress address, IEnumerable<string>? properties, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(address.Partition, address.Row, properties, cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>The rows, in the order of the addresses; null where there is none.</summary>
    public static async Task<IReadOnlyList<TableEntity?>> FindAllAsync(
        this TableClient table, IReadOnlyList<RowAddress> addresses, CancellationToken cancellationToken)
    {
        var rows = new TableEntity?[addresses.Count];
        await Parallel.ForAsync(
            0,
            addresses.Count,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (i, token) => rows[i] = await table.FindAsync(addresses[i], properties: null, token));
        return rows;
    }

    /// <summary>Deletes a row, if it is there.</summary>
    public static Task DeleteAsync(this TableClient table, RowAddress address, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(address.Partition, address.Row, ETag.All, cancellationToken);
}
