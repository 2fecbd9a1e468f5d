using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Web.Pages.Partner;

/// <summary>What follows for somebody who has decided or signed: told by where the agreement stands now, not by where it stood then.</summary>
internal static class WhatFollows
{
    private const string NothingNeeded = "You need not do anything.";
    private const string AskLegal = "Ask the legal team of the lead organization how to go on.";

    /// <summary>After a decision on the newest revision.</summary>
    public static string AfterDecision(PartnerLink link, ApprovalChoice choice) => (link.State.Status, choice) switch
    {
        (AgreementStatus.Withdrawn, _) => $"The legal team has since withdrawn this agreement. {NothingNeeded}",
        (AgreementStatus.Declined, ApprovalChoice.Decline) => $"So this agreement ends here; the legal team and the other parties are told. {NothingNeeded}",
        (AgreementStatus.Declined, _) => $"One of the parties declined, so this agreement ends here. {NothingNeeded}",
        (AgreementStatus.Expired, _) => $"A deadline passed before everybody had approved and signed, so this agreement ended. {AskLegal}",
        (AgreementStatus.Archived, _) => $"The agreement has been signed and archived. {NothingNeeded}",
        (AgreementStatus.Executed, _) => $"The agreement has been signed by everybody and is being archived. {NothingNeeded}",
        (AgreementStatus.Signing, _) => "The draft is approved, and the signatories are asked to sign. Nothing more is needed from you as an approver.",
        (AgreementStatus.ChangesRequested, ApprovalChoice.Approve) =>
            "One of the parties asked for changes. The legal team revises the draft; you get a new link and decide again on the next revision.",
        (AgreementStatus.ChangesRequested, _) => "The legal team revises the draft; you get a new link for the next revision.",
        (_, ApprovalChoice.RequestChanges) => "The legal team is told. If those whose approval it takes approve the draft as it is, it goes on to signature; otherwise it is revised, and you get a new link.",
        (_, ApprovalChoice.Decline) => $"The legal team and the other parties are told. {NothingNeeded}",
        _ when link.Holder.Standing == LinkStanding.Expired => $"The time to decide has run out before the draft was approved. {AskLegal}",
        _ => "Nothing more is needed from you now. When the draft is approved, the signatories are asked to sign.",
    };

    /// <summary>After handing in a signed copy.</summary>
    public static string AfterSignature(PartnerLink link) => link.State.Status switch
    {
        AgreementStatus.Withdrawn => $"The legal team has since withdrawn this agreement, so no more signatures are collected. {NothingNeeded}",
        AgreementStatus.Declined => $"One of the parties declined, so this agreement ends here. {NothingNeeded}",
        AgreementStatus.Archived => $"Every signature is in, and the agreement is archived. {NothingNeeded}",
        AgreementStatus.Executed => "Every signature is in. The agreement is being archived, and everybody is told.",
        _ when link.Holder.Standing == LinkStanding.Expired => $"The time to sign has run out before every signature was in, so this agreement ended. {AskLegal}",
        _ => "When every signature is in, the agreement is archived and everybody is told.",
    };
}
