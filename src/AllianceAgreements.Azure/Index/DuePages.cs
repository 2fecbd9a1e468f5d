using AllianceAgreements.Domain.Ports;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>
/// What is due, earliest first, kept in a table of its own whose first rows are what is overdue: to find nothing overdue among a million
/// agreements is to read nothing.
/// </summary>
/// <remarks>
/// A row here is only a hint. It is written before the row of its agreement names it and deleted after that names another, so a crash
/// between the two leaves one too many and never one too few; whoever reads one asks the agreement's own row, which names the one that
/// counts, and deletes what is left over from an older position. What is of a newer position belongs to somebody who is about to write.
/// </remarks>
internal sealed class DuePages(IndexTables tables)
{
    private const string StartedAt = "StartedAt";

    /// <summary>The row to write for a summary.</summary>
    public static TableEntity RowOf(AgreementSummary summary, string rowKey) =>
        new(IndexKeys.Due(rowKey).Partition, rowKey) { [StartedAt] = summary.StartedAt.UtcTicks };

    /// <summary>The page after a place, of what is due before a moment.</summary>
    public async Task<AgreementPage> ReadAsync(
        AgreementQuery query, DateTimeOffset before, IndexCursor? after, CancellationToken cancellationToken)
    {
        var table = await tables.DueAsync(cancellationToken);
        var items = new List<AgreementSummary>();
        var pages = table.QueryAsync<TableEntity>(Filter(before, after), query.Top + 1, cancellationToken: cancellationToken).AsPages();
        await foreach (var page in pages)
        {
            foreach (var row in await ReadAgreementsAsync(table, page.Values, cancellationToken))
            {
                if (SearchFields.Read(row).Match(query))
                {
                    if (items.Count == query.Top)
                    {
                        return new AgreementPage(items, IndexCursor.After(IndexOrder.Due, items[^1]).ToString());
                    }

                    items.Add(AgreementRow.Read(row));
                }
            }
        }

        return new AgreementPage(items, null);
    }

    // Row keys begin with the whole moment, so the comparison of days only spares looking at the later ones.
    private static string Filter(DateTimeOffset before, IndexCursor? after)
    {
        var end = IndexKeys.FirstDueAt(before.UtcTicks);
        if (after is not { } cursor)
        {
            return TableClient.CreateQueryFilter($"PartitionKey le {end.Partition} and RowKey lt {end.Row}");
        }

        var begin = IndexKeys.LastDueOf(cursor.Id, cursor.Ticks);
        return TableClient.CreateQueryFilter(
            $"PartitionKey ge {begin.Partition} and RowKey gt {begin.Row} and PartitionKey le {end.Partition} and RowKey lt {end.Row}");
    }

    private async Task<IReadOnlyList<TableEntity>> ReadAgreementsAsync(
        TableClient table, IReadOnlyList<TableEntity> hints, CancellationToken cancellationToken)
    {
        var agreements = await tables.AgreementsAsync(cancellationToken);
        var rows = await agreements.FindAllAsync(
            [.. hints.Select(hint => IndexKeys.Agreement(IndexKeys.ReadDue(hint.RowKey).Id, hint.GetInt64(StartedAt)!.Value))], cancellationToken);
        var current = new List<TableEntity>(hints.Count);
        foreach (var (hint, row) in hints.Zip(rows))
        {
            if (row is not null && row.GetString(AgreementRow.Due) == hint.RowKey)
            {
                current.Add(row);
            }
            else if (row?.GetInt64(AgreementRow.Position) > IndexKeys.ReadDue(hint.RowKey).Position)
            {
                await table.DeleteAsync(new RowAddress(hint.PartitionKey, hint.RowKey), cancellationToken);
            }
        }

        return current;
    }
}
