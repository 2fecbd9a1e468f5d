using AllianceAgreements.Domain.Record;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>Doing the same to many agreements, a few at once, since each mostly waits for a store.</summary>
internal static class ManyAgreements
{
    private const int AtOnce = 8;

    /// <summary>
    /// Changes what needs changing and returns how many those were. One that fails is logged or told of, and keeps none of the others from
    /// going on: as they come in the same order each time, the others would else never have their turn.
    /// </summary>
    /// <param name="ids">The agreements.</param>
    /// <param name="change">Returns whether it changed anything.</param>
    /// <param name="onFault">Told of each that failed, several at once, save those whose record cannot be read: these are logged.</param>
    /// <param name="logger">Takes what is logged.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async ValueTask<int> CountAsync(
        this IEnumerable<AgreementId> ids, Func<AgreementId, CancellationToken, ValueTask<bool>> change, Action<AgreementId, Exception> onFault,
        ILogger logger, CancellationToken cancellationToken)
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
                catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    // Also a call that gave up waiting, which looks like a cancellation and is none.
                    onFault(id, exception);
                }
            });
        return changed;
    }
}
