using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Storage;

/// <summary>A table that is made when a process first needs it.</summary>
internal sealed class MadeTable(TableClient table)
{
    private volatile bool _made;

    /// <summary>The table, which is there.</summary>
    public async ValueTask<TableClient> OpenAsync(CancellationToken cancellationToken)
    {
        // Several may be the first at once; that it is there already is no fault.
        if (!_made)
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
            _made = true;
        }

        return table;
    }
}
