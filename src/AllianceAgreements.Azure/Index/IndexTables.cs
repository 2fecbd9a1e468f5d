using AllianceAgreements.Azure.Storage;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>The three tables of the index, made when they are first needed.</summary>
internal sealed class IndexTables(Func<string, TableClient> table)
{
    private readonly TableClient _agreements = table("agreements");
    private readonly TableClient _due = table("agreementsdue");
    private readonly TableClient _positions = table("agreementspositions");
    private volatile bool _made;

    public IndexTables(AzureStorage storage)
        : this(storage.Table)
    {
    }

    /// <summary>The agreements, newest start first.</summary>
    public async ValueTask<TableClient> AgreementsAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        return _agreements;
    }

    /// <summary>What is due, earliest first.</summary>
    public async ValueTask<TableClient> DueAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        return _due;
    }

    /// <summary>How far each agreement is indexed, by its id.</summary>
    public async ValueTask<TableClient> PositionsAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        return _positions;
    }

    // Several may be the first at once; that a table is there already is no fault.
    private async ValueTask MakeAsync(CancellationToken cancellationToken)
    {
        if (!_made)
        {
            await Task.WhenAll(new[] { _agreements, _due, _positions }.Select(made => made.CreateIfNotExistsAsync(cancellationToken)));
            _made = true;
        }
    }
}
