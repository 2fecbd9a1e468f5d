using System.Runtime.CompilerServices;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Azure;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>
/// The index in three tables: the agreements, what is due of them, and how far each is indexed. No transaction spans tables, so an upsert
/// writes them in the order in which being cut off between any two does no harm: what is due, the agreement, what was due, and last how
/// far it is indexed, which tells the sweep that nothing of it is missing.
/// </summary>
internal sealed class TableAgreementIndex(IndexTables tables, IndexLimits limits) : IAgreementIndex
{
    private const string StartedAt = "StartedAt";

    private readonly StartedPages _started = new(tables, limits);
    private readonly DuePages _due = new(tables);

    public async ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken)
    {
        var agreements = await tables.AgreementsAsync(cancellationToken);
        var due = await tables.DueAsync(cancellationToken);
        while (true)
        {
            var stored = await FindAsync(agreements, IndexKeys.Agreement(summary.Id, summary.StartedAt.UtcTicks), cancellationToken);
            if (stored?.Position > summary.Position)
            {
                return;
            }

            // What is due when it was due before is said already. Said again at the same position, lest that row is what was lost.
            var hint = HintOf(summary, stored?.Due);
            if (hint is not null && (hint != stored?.Due || stored.Position == summary.Position))
            {
                await due.UpsertEntityAsync(DuePages.RowOf(summary, hint), TableUpdateMode.Replace, cancellationToken);
            }

            if (await agreements.TryStoreAsync(AgreementRow.Of(summary, hint), stored?.Tag, cancellationToken))
            {
                if (stored?.Due is { } old && old != hint)
                {
                    await due.DeleteAsync(IndexKeys.Due(old), cancellationToken);
                }

                await StorePositionAsync(summary, cancellationToken);
                return;
            }
        }
    }

    public async ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken)
    {
        var after = IndexCursor.Of(query);
        return query.DueBefore is { } before
            ? await _due.ReadAsync(query, before, after, cancellationToken)
            : await _started.ReadAsync(query, after, cancellationToken);
    }

    public async ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
        IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken)
    {
        var positions = await tables.PositionsAsync(cancellationToken);
        var rows = await positions.FindAllAsync([.. ids.Select(IndexKeys.Position)], cancellationToken);
        return rows.OfType<TableEntity>().ToDictionary(row => AgreementId.Parse(row.RowKey), row => row.GetInt64(AgreementRow.Position)!.Value);
    }

    public async IAsyncEnumerable<RecordHead> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var agreements = await tables.AgreementsAsync(cancellationToken);
        await foreach (var row in ScanAsync(agreements, cancellationToken))
        {
            yield return new RecordHead(IndexKeys.ReadAgreement(row.RowKey).Id, row.GetInt64(AgreementRow.Position)!.Value);
        }
    }

    public async ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken)
    {
        var agreements = await tables.AgreementsAsync(cancellationToken);
        if (await FindAddressAsync(agreements, id, cancellationToken) is { } address)
        {
            if (await FindAsync(agreements, address, cancellationToken) is { Due: { } due })
            {
                await (await tables.DueAsync(cancellationToken)).DeleteAsync(IndexKeys.Due(due), cancellationToken);
            }

            await agreements.DeleteAsync(address, cancellationToken);
        }

        await (await tables.PositionsAsync(cancellationToken)).DeleteAsync(IndexKeys.Position(id), cancellationToken);
    }

    private static string? HintOf(AgreementSummary summary, string? stored) => summary.NextDue is not { } due
        ? null
        : stored is not null && IndexKeys.ReadDue(stored).Due == due.UtcTicks
            ? stored
            : IndexKeys.Due(summary.Id, due.UtcTicks, summary.Position).Row;

    private static async Task<StoredAgreement?> FindAsync(TableClient agreements, RowAddress address, CancellationToken cancellationToken) =>
        await agreements.FindAsync(address, [AgreementRow.Position, AgreementRow.Due], cancellationToken) is { } row
            ? new StoredAgreement(row.ETag, row.GetInt64(AgreementRow.Position)!.Value, row.GetString(AgreementRow.Due))
            : null;

    private async Task StorePositionAsync(AgreementSummary summary, CancellationToken cancellationToken)
    {
        var positions = await tables.PositionsAsync(cancellationToken);
        var address = IndexKeys.Position(summary.Id);
        // One that comes late may write over a newer one; then the agreement is summed up once more than it need be.
        await positions.UpsertEntityAsync(
            new TableEntity(address.Partition, address.Row)
            {
                [AgreementRow.Position] = summary.Position,
                [StartedAt] = summary.StartedAt.UtcTicks,
            },
            TableUpdateMode.Replace,
            cancellationToken);
    }

    // By the row that is written last and, where a crash left that out, by looking through them all, which only a rebuild comes to.
    private async Task<RowAddress?> FindAddressAsync(TableClient agreements, AgreementId id, CancellationToken cancellationToken)
    {
        var positions = await tables.PositionsAsync(cancellationToken);
        if (await positions.FindAsync(IndexKeys.Position(id), [StartedAt], cancellationToken) is { } row)
        {
            return IndexKeys.Agreement(id, row.GetInt64(StartedAt)!.Value);
        }

        await foreach (var other in ScanAsync(agreements, cancellationToken))
        {
            if (IndexKeys.ReadAgreement(other.RowKey).Id == id)
            {
                return new RowAddress(other.PartitionKey, other.RowKey);
            }
        }

        return null;
    }

    private AsyncPageable<TableEntity> ScanAsync(TableClient agreements, CancellationToken cancellationToken) => agreements.QueryAsync<TableEntity>(
        filter: (string?)null, limits.RowsAtOnce, [AgreementRow.PartitionKey, AgreementRow.RowKey, AgreementRow.Position], cancellationToken);

    private sealed record StoredAgreement(ETag Tag, long Position, string? Due);
}
