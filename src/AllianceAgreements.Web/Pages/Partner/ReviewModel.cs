using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Web.Pages.Partner;

/// <summary>What an approver's page shows.</summary>
/// <param name="Link">The approver's link.</param>
/// <param name="Round">The round it belongs to.</param>
/// <param name="Own">The approver's own part in it.</param>
/// <param name="Html">The draft as HTML.</param>
/// <param name="Answer">What was sent, when it was not taken.</param>
public sealed record ReviewModel(PartnerLink Link, ApprovalRound Round, ApproverState Own, string Html, ReviewAnswer Answer)
{
    /// <summary>Whether a decision can still be taken.</summary>
    public bool IsOpen => Link.Holder.Standing == LinkStanding.Open && Own.Choice is null && Round.WhyClosedTo(Own.Person.Party) is null;

    /// <summary>What changed since an earlier revision; null for the first.</summary>
    public RevisionRedline? Redline => Link.State.FindRevision(Round.Revision)?.Redline;

    /// <summary>What this approver said in earlier rounds.</summary>
    public IEnumerable<(int Revision, ApproverState Said)> Earlier =>
        from revision in Link.State.Revisions
        where revision.Number < Round.Revision && revision.Round is not null
        from approver in revision.Round!.Approvers
        where approver.Choice is not null && string.Equals(approver.Person.Email, Own.Person.Email, StringComparison.OrdinalIgnoreCase)
        select (revision.Number, approver);
}

/// <summary>What an approver's page of changes shows.</summary>
/// <param name="Link">The approver's link.</param>
/// <param name="Redline">The changes.</param>
/// <param name="Html">The redline as HTML.</param>
public sealed record ReviewChangesModel(PartnerLink Link, RevisionRedline Redline, string Html);

/// <summary>What an approver sent.</summary>
/// <param name="Decision">See <see cref="ReviewDecisions"/>.</param>
/// <param name="Name">The typed name.</param>
/// <param name="Comment">The comment.</param>
public sealed record ReviewAnswer(string Decision, string Name, string Comment)
{
    /// <summary>Nothing was sent.</summary>
    public static ReviewAnswer Empty { get; } = new("", "", "");

    /// <summary>Why it was not taken; null when nothing was sent.</summary>
    public ReviewFault? Fault { get; init; }
}

/// <summary>Why a decision was not taken.</summary>
/// <param name="ElementId">The field to mend.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ReviewFault(string ElementId, string Message);

/// <summary>The decisions, as the form sends them.</summary>
public static class ReviewDecisions
{
    /// <summary>Approve.</summary>
    public const string Approve = "approve";

    /// <summary>Request changes.</summary>
    public const string RequestChanges = "request-changes";

    /// <summary>Decline.</summary>
    public const string Decline = "decline";

    internal static ApprovalChoice? Find(string text) => text switch
    {
        Approve => ApprovalChoice.Approve,
        RequestChanges => ApprovalChoice.RequestChanges,
        Decline => ApprovalChoice.Decline,
        _ => null,
    };
}
