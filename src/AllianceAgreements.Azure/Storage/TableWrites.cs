using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace AllianceAgreements.Azure.Storage;

/// <summary>Writes rows so that of many writers at once, one succeeds.</summary>
internal static class TableWrites
{
    /// <summary>Stores a row; false when the one stored is no longer of this tag, or there is one and no tag was given.</summary>
    public static async Task<bool> TryStoreAsync(this TableClient table, TableEntity row, ETag? tag, CancellationToken cancellationToken)
    {
        try
        {
            if (tag is { } expected)
            {
                await table.UpdateEntityAsync(row, expected, TableUpdateMode.Replace, cancellationToken);
            }
            else
            {
                await table.AddEntityAsync(row, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException exception) when (
            exception.ErrorCode == TableErrorCode.EntityAlreadyExists
            || exception.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied
            || exception.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return false;
        }
    }
}
