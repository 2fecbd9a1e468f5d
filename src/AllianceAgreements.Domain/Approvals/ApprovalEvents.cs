using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Approvals;

/// <summary>A round of approval opened; its rules are fixed here.</summary>
/// <param name="Revision">The revision under approval; a revision has one round.</param>
/// <param name="DocumentSha256">The exact draft that approvals bind to.</param>
/// <param name="Approvers">Who can be asked.</param>
/// <param name="Deadline">When the round expires.</param>
/// <param name="ReminderDays">Days between reminders.</param>
/// <param name="Route">Who decides, and when it is decided; null where every approver of every party must approve.</param>
public sealed record ApprovalRoundOpened(
    int Revision, string DocumentSha256, IReadOnlyList<Participant> Approvers, DateTimeOffset Deadline, int ReminderDays,
    ApprovalRoute? Route = null) : AgreementEvent;

/// <summary>An approver was sent the approval request.</summary>
public sealed record ApprovalRequested(int Revision, string Approver) : AgreementEvent;

/// <summary>An approver was reminded.</summary>
/// <param name="Revision">The round.</param>
/// <param name="Approver">The approver's key.</param>
/// <param name="Number">Which reminder, from 1.</param>
public sealed record ApprovalReminderSent(int Revision, string Approver, int Number) : AgreementEvent;

/// <summary>An approver approved.</summary>
/// <param name="Revision">The round.</param>
/// <param name="Approver">The approver's key.</param>
/// <param name="DocumentSha256">The draft that was approved.</param>
/// <param name="TypedName">The name the approver typed.</param>
/// <param name="Comment">A remark, if any.</param>
/// <param name="NetworkAddress">Where the decision came from, if known.</param>
public sealed record ApprovalGiven(
    int Revision, string Approver, string DocumentSha256, string TypedName, string? Comment, string? NetworkAddress) : AgreementEvent;

/// <summary>An approver asked for changes.</summary>
/// <param name="Revision">The round.</param>
/// <param name="Approver">The approver's key.</param>
/// <param name="TypedName">The name the approver typed.</param>
/// <param name="Comment">What to change.</param>
/// <param name="NetworkAddress">Where the decision came from, if known.</param>
public sealed record ChangesRequested(
    int Revision, string Approver, string TypedName, string Comment, string? NetworkAddress) : AgreementEvent;

/// <summary>An approver declined.</summary>
/// <param name="Revision">The round.</param>
/// <param name="Approver">The approver's key.</param>
/// <param name="TypedName">The name the approver typed.</param>
/// <param name="Reason">Why.</param>
/// <param name="NetworkAddress">Where the decision came from, if known.</param>
public sealed record ApprovalDeclined(
    int Revision, string Approver, string TypedName, string Reason, string? NetworkAddress) : AgreementEvent;

/// <summary>A round closed.</summary>
public sealed record ApprovalRoundClosed(int Revision, ApprovalOutcome Outcome) : AgreementEvent;

/// <summary>How a round of approval ended.</summary>
public enum ApprovalOutcome
{
    /// <summary>All who it takes approved.</summary>
    Approved,

    /// <summary>It takes somebody who asked for changes; legal revises.</summary>
    ChangesRequested,

    /// <summary>It takes somebody who declined; the agreement ends.</summary>
    Declined,

    /// <summary>The deadline passed; the agreement ends.</summary>
    Expired,

    /// <summary>Legal handed in a newer revision; its own round follows.</summary>
    Superseded,

    /// <summary>Legal withdrew the agreement.</summary>
    Withdrawn,
}
