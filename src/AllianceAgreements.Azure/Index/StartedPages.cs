using AllianceAgreements.Domain.Ports;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>Pages of agreements, the most recently started first: a walk along the keys that looks at each row it passes.</summary>
internal sealed class StartedPages(IndexTables tables, IndexLimits limits)
{
    /// <summary>The page after a place.</summary>
    public async Task<AgreementPage> ReadAsync(AgreementQuery query, IndexCursor? after, CancellationToken cancellationToken)
    {
        var table = await tables.AgreementsAsync(cancellationToken);
        var (found, next) = await ScanAsync(table, query, after, cancellationToken);
        if (SearchFields.Narrow(query))
        {
            // The scan read what the rows are searched by alone; they may have changed since.
            var whole = await table.FindAllAsync([.. found.Select(row => new RowAddress(row.PartitionKey, row.RowKey))], cancellationToken);
            found = [.. whole.OfType<TableEntity>().Where(row => SearchFields.Read(row).Match(query))];
        }

        return new AgreementPage([.. found.Select(AgreementRow.Read)], next?.ToString());
    }

    private async Task<(IReadOnlyList<TableEntity> Found, IndexCursor? Next)> ScanAsync(
        TableClient table, AgreementQuery query, IndexCursor? after, CancellationToken cancellationToken)
    {
        var narrow = SearchFields.Narrow(query);
        var rows = narrow
            ? table.QueryAsync<TableEntity>(Filter(after), limits.RowsAtOnce, SearchFields.Properties, cancellationToken)
            : table.QueryAsync<TableEntity>(Filter(after), query.Top + 1, cancellationToken: cancellationToken);
        var found = new List<TableEntity>();
        var looked = 0;
        TableEntity? last = null;
        await foreach (var row in rows)
        {
            var matches = !narrow || SearchFields.Read(row).Match(query);
            if (last is not null && (looked == limits.RowsAPage || (matches && found.Count == query.Top)))
            {
                return (found, CursorAt(last));
            }

            looked++;
            last = row;
            if (matches)
            {
                found.Add(row);
            }
        }

        return (found, null);
    }

    // Row keys count down along with their partitions, so both comparisons hold for every later row.
    private static string? Filter(IndexCursor? after)
    {
        if (after is not { } cursor)
        {
            return null;
        }

        var address = IndexKeys.Agreement(cursor.Id, cursor.Ticks);
        return TableClient.CreateQueryFilter($"PartitionKey ge {address.Partition} and RowKey gt {address.Row}");
    }

    private static IndexCursor CursorAt(TableEntity row)
    {
        var (id, startedAt) = IndexKeys.ReadAgreement(row.RowKey);
        return new IndexCursor(IndexOrder.Started, startedAt, id);
    }
}
