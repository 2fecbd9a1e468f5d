using System.Globalization;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>Asks an approver to review a revision.</summary>
internal sealed record ApprovalRequestMail(AgreementState Agreement, ApprovalRound Round, Participant Person, Uri Link, Uri Changes) : IMail
{
    public string Category => MailCategories.ApprovalRequest;

    public string Subject => $"Please review: {Agreement.Title} ({Agreement.Reference}, revision {Round.Revision})";

    public IEnumerable<MailBlock> Body
    {
        get
        {
            yield return new MailBlock.Paragraph(
                $"{Person.Party} is asked to approve the draft of the agreement named below. Please read it and approve it, ask for changes, or decline.");
            if (Round.Revision > 1)
            {
                yield return new MailBlock.Paragraph(
                    $"This is revision {Round.Revision}. It takes the place of the revision before it; approvals given to that revision no longer count, and the links to it no longer work.");
            }

            yield return AgreementFacts.Of(Agreement, Round.Revision, ("Please decide by", AgreementFacts.Day(Round.Deadline)));
            yield return new MailBlock.Action("Review the agreement", Link);
            if (Agreement.FindRevision(Round.Revision)?.Redline is not { } redline)
            {
                yield return new MailBlock.Paragraph("This link is meant for you alone. Please do not forward it.");
                yield break;
            }

            yield return new MailBlock.Pointer($"See what changed since revision {redline.Since}, also as a Word document with tracked changes", Changes);
            yield return new MailBlock.Paragraph("These links are meant for you alone. Please do not forward them.");
        }
    }
}

/// <summary>Reminds an approver who has not decided.</summary>
internal sealed record ApprovalReminderMail(AgreementState Agreement, ApprovalRound Round, Participant Person, Uri Link) : IMail
{
    public string Category => MailCategories.ApprovalReminder;

    public string Subject => $"Reminder: {Agreement.Title} awaits your review ({Agreement.Reference})";

    public IEnumerable<MailBlock> Body
    {
        get
        {
            yield return new MailBlock.Paragraph($"The agreement named below still awaits your decision on behalf of {Person.Party}.");
            yield return AgreementFacts.Of(Agreement, Round.Revision, ("Please decide by", AgreementFacts.Day(Round.Deadline)));
            yield return new MailBlock.Action("Review the agreement", Link);
        }
    }
}

/// <summary>The facts that every mail about an agreement shows.</summary>
internal static class AgreementFacts
{
    public static MailBlock Of(AgreementState agreement, int revision, params (string Name, string Value)[] more) => new MailBlock.Facts(
    [
        ("Agreement", agreement.Title),
        ("Reference", agreement.Reference),
        ("Parties", string.Join(", ", agreement.Parties.Select(party => party.LegalName))),
        ("Revision", revision.ToString(CultureInfo.InvariantCulture)),
        .. more,
    ]);

    public static string Day(DateTimeOffset time) => time.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
