using System.Runtime.CompilerServices;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Tests;

/// <summary>A record some of which is damaged, that remembers how it was listed.</summary>
internal sealed class WatchedRecord(IAgreementRecord inner) : IAgreementRecord
{
    /// <summary>Whose record cannot be read; listed without a position.</summary>
    public HashSet<AgreementId> Damaged { get; } = [];

    /// <summary>Whose record cannot be fetched, though it is listed.</summary>
    public HashSet<AgreementId> Unreachable { get; } = [];

    /// <summary>Whose record came into being after the listing.</summary>
    public HashSet<AgreementId> Unlisted { get; } = [];

    /// <summary>Since when changes were asked for, each time.</summary>
    public List<DateTimeOffset?> Listings { get; } = [];

    /// <summary>After which agreement listings were to begin, each time.</summary>
    public List<AgreementId?> Beginnings { get; } = [];

    /// <summary>Happens before each agreement that a listing gives.</summary>
    public Action<AgreementId> OnListed { get; set; } = _ => { };

    /// <summary>Happens right after a listing has given its last agreement.</summary>
    public Func<Task> AfterListing { get; set; } = () => Task.CompletedTask;

    public ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken) =>
        Damaged.Contains(id) ? throw new InvalidDataException("Not a record.")
        : Unreachable.Contains(id) ? throw new TaskCanceledException("The store gave no answer in time.")
        : inner.ReadAsync(id, cancellationToken);

    public ValueTask<bool> TryAppendAsync(AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken) =>
        inner.TryAppendAsync(id, entries, cancellationToken);

    public async IAsyncEnumerable<RecordHead> ListAsync(
        DateTimeOffset? changedSince, AgreementId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Listings.Add(changedSince);
        Beginnings.Add(after);
        await foreach (var head in inner.ListAsync(changedSince, after, cancellationToken).Where(head => !Unlisted.Contains(head.Id)))
        {
            OnListed(head.Id);
            yield return Damaged.Contains(head.Id) ? head with { Position = RecordHead.Unknown } : head;
        }

        await AfterListing();
    }
}
