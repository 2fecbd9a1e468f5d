using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Partner;

/// <summary>What somebody sees whose link does not act, or not any more.</summary>
internal static class LinkOver
{
    /// <summary>The page for a link that is none. Says nothing of whether the agreement exists.</summary>
    public static RazorComponentResult<LinkOverPage> Unknown() => View.Of<LinkOverPage>(
        new LinkOverModel(
            "This link does not work",
            "It may have been cut off or changed on its way. Open it from the mail again, or copy the whole of it. If that does not help, ask the legal team that sent it for a new one."),
        StatusCodes.Status404NotFound);

    /// <summary>The page for a link that does not act any more.</summary>
    public static RazorComponentResult<LinkOverPage> Ended(PartnerLink link) =>
        View.Of<LinkOverPage>(Explain(link) with { Reference = link.State.Reference, AgreementTitle = link.State.Title }, StatusCodes.Status410Gone);

    private static LinkOverModel Explain(PartnerLink link) => (link.Holder.Standing, link.State.Status) switch
    {
        // An agreement that has ended sends no new links, whatever ended this one.
        (_, AgreementStatus.Withdrawn) => new("This agreement was withdrawn", "The legal team has taken it back. You need not do anything."),
        (_, AgreementStatus.Declined) => new("This agreement was declined", "One of the parties declined, so it ends here. You need not do anything."),
        (LinkStanding.Expired, _) or (_, AgreementStatus.Expired) => new(
            "The time for this link has run out",
            "Its deadline has passed, so nothing can be decided or signed with it any more. Ask the legal team of the lead organization how to go on."),
        (LinkStanding.Superseded, _) => new(
            "There is a newer revision",
            $"Revision {link.Holder.Round} was replaced by revision {link.State.Latest.Number}. What was decided on it does not count for the new one. You get, or already got, a new link by e-mail to decide on that; this link does nothing any more."),
        (_, AgreementStatus.ChangesRequested) => new(
            "Changes were requested",
            "One of the parties asked for changes. You get a new link when the next revision is ready; you need not do anything until then."),
        _ when link.State.Latest.Round?.Outcome == ApprovalOutcome.ChangesRequested => new(
            "Changes were requested", "One of the parties asked for changes. You get a new link when the next revision is ready."),
        _ => new("This is over", "What this link was for is done. You need not do anything."),
    };
}

/// <summary>What the page says.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Message">What it means, and what to do.</param>
public sealed record LinkOverModel(string Title, string Message)
{
    /// <summary>The agreement's reference; null when the link is none.</summary>
    public string? Reference { get; init; }

    /// <summary>The agreement's title; null when the link is none.</summary>
    public string? AgreementTitle { get; init; }
}
