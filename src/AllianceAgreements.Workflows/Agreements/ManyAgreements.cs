using AllianceAgreements.Domain.Record;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>Doing the same to many agreements, a few at once, since each mostly waits for a store.</summary>
internal static class ManyAgreements
{
    private const int AtOnce = 8;

    /// <summary>
    /// Changes what needs changing and returns how many those were. One whose record cannot be read is logged, and keeps none of the others
    /// from going on.
    /// </summary>
    public static async ValueTask<int> CountAsync(
        this IEnumerable<AgreementId> ids, Func<AgreementId, CancellationToken, ValueTask<bool>> change, ILogger logger,
        CancellationToken cancellationToken)
    {
        var changed = 0;
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                try
                {
                    if (await change(id, token))
                    {
                        Interlocked.Increment(ref changed);
                    }
                }
                catch (InvalidDataException exception)
                {
                    logger.RecordUnreadable(exception, id.Value);
                }
            });
        return changed;
    }
}
