using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Where records are kept: append-only, in order, with optimistic concurrency.</summary>
public interface IAgreementRecord
{
    /// <summary>The entries of an agreement, first to last; empty when there is none.</summary>
    /// <exception cref="InvalidDataException">What is stored is not a record.</exception>
    ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken);

    /// <summary>
    /// Appends entries, all or none, durably. False, and nothing is appended, when the record does not end right before
    /// the first of them: somebody else was faster, so read again and decide again.
    /// </summary>
    /// <param name="id">The agreement.</param>
    /// <param name="entries">At least one, chained by <see cref="RecordEntry.After"/>.</param>
    /// <param name="cancellationToken">
    /// Cancels the append until the entries are on their way, so that nothing is appended; from then on the answer is waited for.
    /// </param>
    ValueTask<bool> TryAppendAsync(AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken);

    /// <summary>
    /// Agreements with the position of their last entry, each once, in the order of their ids; also those whose record is spoilt, so that
    /// nobody takes them for gone.
    /// </summary>
    /// <param name="changedSince">
    /// At least every agreement whose record was appended to at or after this moment, by the store's own clock, which counts whole
    /// seconds in places and may be off the caller's: subtract a margin. More may be listed. Null: all.
    /// </param>
    /// <param name="after">Only agreements that come after this one, which need not exist (any more). Null: from the first.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<RecordHead> ListAsync(DateTimeOffset? changedSince, AgreementId? after, CancellationToken cancellationToken);
}

/// <summary>How far a record goes.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="Position">The position of its last entry, from 0; <see cref="Unknown"/> when that entry cannot be read.</param>
public sealed record RecordHead(AgreementId Id, long Position)
{
    /// <summary>The position of a last entry that cannot be read: before every other, so that nobody lags behind it.</summary>
    public const long Unknown = -1;
}
