using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using Azure;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Mail;

/// <summary>
/// The mail ledger as a table: one row a mail, kept for good, spread over 256 partitions by its key's hash. Of two who write a row at once, the
/// service lets one succeed (by its ETag).
/// </summary>
internal sealed class TableMailLedger(AzureStorage storage, TimeProvider time) : IMailLedger
{
    private const string Token = "Claim";
    private const string Until = "Until";
    private const string SentAt = "SentAt";

    // Each round, somebody else has changed the row; that many in a row mean that others are at work on it.
    private const int MaximumRounds = 10;

    private readonly MadeTable _table = new(storage.Table("mails"));

    public async ValueTask<MailClaim> ClaimAsync(string keyHash, TimeSpan duration, CancellationToken cancellationToken)
    {
        var table = await _table.OpenAsync(cancellationToken);
        var claim = new MailClaim.Granted(keyHash, Guid.NewGuid().ToString("N"));
        for (var round = 0; round < MaximumRounds; round++)
        {
            var now = time.GetUtcNow();
            var row = Row(keyHash);
            row[Token] = claim.Token;
            row[Until] = now + duration;
            var found = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            if (found.HasValue && Answer(found.Value!, claim, now) is { } answer)
            {
                return answer;
            }

            if (await table.TryStoreAsync(row, found.HasValue ? found.Value!.ETag : null, cancellationToken))
            {
                return claim;
            }
        }

        return new MailClaim.Held();
    }

    public async ValueTask MarkSentAsync(MailClaim.Granted claim, CancellationToken cancellationToken)
    {
        var row = Row(claim.KeyHash);
        row[Token] = claim.Token;
        row[SentAt] = time.GetUtcNow();
        var table = await _table.OpenAsync(cancellationToken);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async ValueTask ReleaseAsync(MailClaim.Granted claim, CancellationToken cancellationToken)
    {
        var row = Row(claim.KeyHash);
        var table = await _table.OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        if (!found.HasValue || found.Value!.ContainsKey(SentAt) || found.Value.GetString(Token) != claim.Token)
        {
            return;
        }

        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, found.Value.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // Taken over since it was read; or deleted by a first try whose answer was lost.
        }
    }

    private static TableEntity Row(string keyHash) => new(keyHash[..2], keyHash);

    /// <summary>What a row says; null when it is free to take.</summary>
    private static MailClaim? Answer(TableEntity row, MailClaim.Granted claim, DateTimeOffset now) =>
        row.ContainsKey(SentAt) ? new MailClaim.Sent()
        // Written by a try of ours whose answer was lost, so that the next was told that the row is there.
        : row.GetString(Token) == claim.Token ? claim
        : row.GetDateTimeOffset(Until) > now ? new MailClaim.Held()
        : null;
}
