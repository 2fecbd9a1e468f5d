using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>Asks a signatory for a signed copy.</summary>
internal sealed record SignatureRequestMail(AgreementState Agreement, SigningRound Signing, Participant Person, Uri Link) : IMail
{
    public string Category => MailCategories.SignatureRequest;

    public string Subject => $"Please sign: {Agreement.Title} ({Agreement.Reference})";

    public IEnumerable<MailBlock> Body
    {
        get
        {
            yield return new MailBlock.Paragraph(
                $"The agreement named below has been approved. You are asked to sign it as {Person.Title} of {Person.Party}.");
            yield return new MailBlock.Paragraph(Signing.Order == SigningOrder.Sequential
                ? "The parties sign one after another. Download the copy that the link shows, which bears the signatures given so far, add yours, and upload the signed copy as a PDF or Word file."
                : "Each party signs its own counterpart. Download the agreement, sign it, and upload the signed copy as a PDF or Word file.");
            yield return AgreementFacts.Of(Agreement, Signing.Revision, ("Please sign by", AgreementFacts.Day(Signing.Deadline)));
            yield return new MailBlock.Action("Sign the agreement", Link);
            yield return new MailBlock.Paragraph("This link is meant for you alone. Please do not forward it.");
        }
    }
}

/// <summary>Reminds a signatory whose copy is missing.</summary>
internal sealed record SignatureReminderMail(AgreementState Agreement, SigningRound Signing, Participant Person, Uri Link) : IMail
{
    public string Category => MailCategories.SignatureReminder;

    public string Subject => $"Reminder: {Agreement.Title} awaits your signature ({Agreement.Reference})";

    public IEnumerable<MailBlock> Body
    {
        get
        {
            yield return new MailBlock.Paragraph($"The agreement named below still awaits your signature on behalf of {Person.Party}.");
            yield return AgreementFacts.Of(Agreement, Signing.Revision, ("Please sign by", AgreementFacts.Day(Signing.Deadline)));
            yield return new MailBlock.Action("Sign the agreement", Link);
        }
    }
}
