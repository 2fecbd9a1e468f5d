using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// Makes the index anew from the records: after it was lost, after a restore, or when a version sums agreements up differently. Safe while
/// agreements go on, since a summary never replaces a newer one; run again, it changes nothing.
/// </summary>
public sealed class IndexRebuild(IAgreementRecord record, IAgreementIndex index, AgreementRepository agreements)
{
    private const int AgreementsAtOnce = 8;

    /// <summary>Indexes every record, then removes from the index what has no record.</summary>
    public async Task<RebuiltIndex> RunAsync(CancellationToken cancellationToken)
    {
        var recorded = new HashSet<AgreementId>();
        var unreadable = new ConcurrentBag<AgreementId>();
        var indexed = 0;
        await Parallel.ForEachAsync(
            ListAsync(recorded, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AgreementsAtOnce, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                try
                {
                    await index.UpsertAsync((await agreements.GetAsync(id, token)).Summarise(), token);
                    Interlocked.Increment(ref indexed);
                }
                catch (InvalidDataException)
                {
                    unreadable.Add(id);
                }
            });
        var removed = await RemoveOthersAsync(recorded, unreadable, cancellationToken);
        return new RebuiltIndex(indexed, removed, [.. unreadable.OrderBy(id => id.Value, StringComparer.Ordinal)]);
    }

    // Whoever lists in parallel asks for one after the other, so the set needs no lock.
    private async IAsyncEnumerable<AgreementId> ListAsync(HashSet<AgreementId> recorded, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var head in record.ListAsync(changedSince: null, after: null, cancellationToken))
        {
            recorded.Add(head.Id);
            yield return head.Id;
        }
    }

    private async Task<int> RemoveOthersAsync(
        HashSet<AgreementId> recorded, ConcurrentBag<AgreementId> unreadable, CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var head in index.ListAsync(cancellationToken))
        {
            if (recorded.Contains(head.Id))
            {
                continue;
            }

            try
            {
                // It may have been started since; its record says.
                if ((await record.ReadAsync(head.Id, cancellationToken)).Count == 0)
                {
                    await index.RemoveAsync(head.Id, cancellationToken);
                    removed++;
                }
            }
            catch (InvalidDataException)
            {
                unreadable.Add(head.Id);
            }
        }

        return removed;
    }
}

/// <summary>What became of a rebuild.</summary>
/// <param name="Indexed">How many agreements are indexed now.</param>
/// <param name="Removed">How many were removed from the index, having no record.</param>
/// <param name="Unreadable">Those whose record cannot be read; what the index says of them is as it was.</param>
public sealed record RebuiltIndex(int Indexed, int Removed, IReadOnlyList<AgreementId> Unreadable);
