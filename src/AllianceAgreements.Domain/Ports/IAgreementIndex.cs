using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Lists and searches agreements: a read model that can be rebuilt from the records at any time.</summary>
public interface IAgreementIndex
{
    /// <summary>
    /// Stores a summary, unless the one stored is newer. Of two of the same position the later one stays, so that storing again what the
    /// record gives brings the index to what today's code sums up.
    /// </summary>
    ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken);

    /// <summary>
    /// One page of the agreements that match: the most recently started first or, by <see cref="AgreementQuery.DueBefore"/>, what is due
    /// earliest first. A page may be short, even empty, and still be continued: an index that must look at many agreements to find few
    /// stops after some thousands and leaves it to the caller to go on.
    /// </summary>
    /// <exception cref="ArgumentException">A criterion is out of its range.</exception>
    /// <exception cref="FormatException">The continuation token is not one of such a query.</exception>
    ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// The position at which each of some agreements is indexed, found without looking at any other; those that are not indexed are left
    /// out. It may lag behind what was stored, never be ahead of it: to store a summary again does no harm.
    /// </summary>
    ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
        IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken);

    /// <summary>The position each agreement is indexed at, in no order.</summary>
    IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken);

    /// <summary>Forgets an agreement, which has no record any more; nothing when it is not indexed.</summary>
    ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken);
}

/// <summary>An agreement, as lists show it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Reference">The reference people use.</param>
/// <param name="Title">The title.</param>
/// <param name="Form">The form of the alliance.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="Parties">The parties' short names.</param>
/// <param name="WaitingOn">Who it waits for.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="UpdatedAt">When anything last happened.</param>
/// <param name="NextDue">When something is to happen by itself; past that by some minutes, its orchestration needs a nudge. Null when it only waits for people, or has ended and everyone was told.</param>
/// <param name="Position">The position of the entry that this sums up to.</param>
public sealed record AgreementSummary(
    AgreementId Id, string Reference, string Title, AllianceForm Form, AgreementStatus Status, int Revision,
    IReadOnlyList<string> Parties, IReadOnlyList<WaitingFor> WaitingOn,
    DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, DateTimeOffset? NextDue, long Position);

/// <summary>Somebody an agreement waits for.</summary>
/// <param name="Person">A name; "Legal team" when it waits for a revision.</param>
/// <param name="Party">The short name of the party the person acts for; null for legal.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">Until when; null without a deadline.</param>
/// <param name="Undelivered">How the newest mail to the person failed to arrive; null when it did arrive, or nothing is known of it.</param>
public sealed record WaitingFor(
    string Person, string? Party, WaitingPurpose Purpose, DateTimeOffset Since, DateTimeOffset? Due, MailOutcome? Undelivered = null);

/// <summary>What somebody is waited for.</summary>
public enum WaitingPurpose
{
    /// <summary>An approver's decision.</summary>
    Approval,

    /// <summary>A signed copy.</summary>
    Signature,

    /// <summary>Revised terms from legal.</summary>
    Revision,
}
