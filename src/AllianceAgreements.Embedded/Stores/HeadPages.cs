using System.Runtime.CompilerServices;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>Lists agreements a page at a time, so that a slow reader keeps no snapshot open, which would keep the write-ahead log from shrinking.</summary>
internal static class HeadPages
{
    private const int RowsAtOnce = 500;

    /// <param name="database">Where to read.</param>
    /// <param name="sql">Selects agreement and position, in order of the agreement, after <c>$after</c>, at most <c>$count</c> rows.</param>
    /// <param name="after">Which agreement to begin after; null to begin with the first.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static async IAsyncEnumerable<RecordHead> ListAsync(
        AgreementDatabase database, string sql, AgreementId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = after?.Value ?? "";
        List<RecordHead> page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page = Read(database, sql, last);
            foreach (var head in page)
            {
                yield return head;
                last = head.Id.Value;
            }

            await Task.Yield();
        }
        while (page.Count == RowsAtOnce);
    }

    private static List<RecordHead> Read(AgreementDatabase database, string sql, string after)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$count", RowsAtOnce);
        using var reader = command.ExecuteReader();
        var heads = new List<RecordHead>();
        while (reader.Read())
        {
            heads.Add(new RecordHead(AgreementId.Parse(reader.GetString(0)), reader.GetInt64(1)));
        }

        return heads;
    }
}
