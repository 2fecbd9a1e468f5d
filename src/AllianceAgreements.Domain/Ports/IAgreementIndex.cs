using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Lists and searches agreements: a read model that can be rebuilt from the records at any time.</summary>
public interface IAgreementIndex
{
    /// <summary>Stores a summary, unless the one stored is of the same position or newer.</summary>
    ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken);

    /// <summary>One page of the agreements that match, most recently started first.</summary>
    /// <exception cref="FormatException">The continuation token is not one.</exception>
    ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken);

    /// <summary>The position each agreement is indexed at, in no order.</summary>
    IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken);
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
public sealed record WaitingFor(string Person, string? Party, WaitingPurpose Purpose, DateTimeOffset Since, DateTimeOffset? Due);

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

/// <summary>Which agreements to list; every criterion given must hold.</summary>
public sealed record AgreementQuery
{
    /// <summary>Only this status.</summary>
    public AgreementStatus? Status { get; init; }

    /// <summary>Only this form.</summary>
    public AllianceForm? Form { get; init; }

    /// <summary>Only those whose reference, title or a party's short name contains this, ignoring case (of ASCII letters at least). At most 200 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Only those with <see cref="AgreementSummary.NextDue"/> before this.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Rows a page, 1 to 200. Default 50.</summary>
    public int Top { get; init; } = 50;

    /// <summary>Where to go on, from the page before.</summary>
    public string? Continuation { get; init; }
}

/// <summary>One page of agreements.</summary>
/// <param name="Items">The agreements.</param>
/// <param name="Continuation">For the next page; null on the last.</param>
public sealed record AgreementPage(IReadOnlyList<AgreementSummary> Items, string? Continuation);
