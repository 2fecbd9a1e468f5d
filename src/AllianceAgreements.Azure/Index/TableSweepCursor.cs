using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>How far the look at every record has come: one row of a table of its own.</summary>
internal sealed class TableSweepCursor(AzureStorage storage) : ISweepCursor
{
    private const string After = "After";
    private const string BegunAt = "BegunAt";

    private static readonly RowAddress Place = new("sweep", "records");

    private readonly MadeTable _table = new(storage.Table("sweep"));

    public async ValueTask<SweepPlace?> FindAsync(CancellationToken cancellationToken)
    {
        var table = await _table.OpenAsync(cancellationToken);
        return await table.FindAsync(Place, properties: null, cancellationToken) is { } row
            ? new SweepPlace(AgreementId.Parse(row.GetString(After)), row.GetDateTimeOffset(BegunAt)!.Value)
            : null;
    }

    public async ValueTask SaveAsync(SweepPlace place, CancellationToken cancellationToken)
    {
        var table = await _table.OpenAsync(cancellationToken);
        await table.UpsertEntityAsync(
            new TableEntity(Place.Partition, Place.Row) { [After] = place.After.Value, [BegunAt] = place.BegunAt },
            TableUpdateMode.Replace,
            cancellationToken);
    }

    public async ValueTask ClearAsync(CancellationToken cancellationToken)
    {
        var table = await _table.OpenAsync(cancellationToken);
        await table.DeleteAsync(Place, cancellationToken);
    }
}
