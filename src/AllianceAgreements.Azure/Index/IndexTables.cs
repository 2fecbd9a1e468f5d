using AllianceAgreements.Azure.Storage;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>The three tables of the index, each made when it is first needed.</summary>
internal sealed class IndexTables(Func<string, TableClient> table)
{
    private readonly MadeTable _agreements = new(table("agreements"));
    private readonly MadeTable _due = new(table("agreementsdue"));
    private readonly MadeTable _positions = new(table("agreementspositions"));

    public IndexTables(AzureStorage storage)
        : this(storage.Table)
    {
    }

    /// <summary>The agreements, newest start first.</summary>
    public ValueTask<TableClient> AgreementsAsync(CancellationToken cancellationToken) => _agreements.OpenAsync(cancellationToken);

    /// <summary>What is due, earliest first.</summary>
    public ValueTask<TableClient> DueAsync(CancellationToken cancellationToken) => _due.OpenAsync(cancellationToken);

    /// <summary>How far each agreement is indexed, by its id.</summary>
    public ValueTask<TableClient> PositionsAsync(CancellationToken cancellationToken) => _positions.OpenAsync(cancellationToken);
}
