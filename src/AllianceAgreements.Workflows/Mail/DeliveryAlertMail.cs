using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>Tells legal that a mail did not arrive, and what can be done.</summary>
internal sealed record DeliveryAlertMail(AgreementState Agreement, MailReported Reported, Uri Page) : IMail
{
    public string Category => MailCategories.DeliveryAlert;

    public string Subject => $"Mail not delivered: {Agreement.Title} ({Agreement.Reference})";

    public IEnumerable<MailBlock> Body
    {
        get
        {
            var person = Reported is { Revision: { } revision, Person: { } key } ? Agreement.FindPerson(revision, key) : null;
            yield return new MailBlock.Paragraph(person is null
                ? $"{What} about the agreement named below could not be delivered."
                : $"{What} about the agreement named below could not be delivered to {person.Name} ({person.Party}).");
            yield return new MailBlock.Paragraph(Why);
            yield return AgreementFacts.Of(
                Agreement, Reported.Revision ?? Agreement.Latest.Number,
                [
                    ("When", AgreementFacts.Day(Reported.OccurredAt)),
                    .. Reported.Status is { } status ? (ReadOnlySpan<(string, string)>)[("Status code", status)] : [],
                ]);
            yield return new MailBlock.Paragraph(
                "Ask the person by other means. If the address in the terms is wrong, hand in revised terms with the right one while the agreement can be revised, or withdraw it.");
            yield return new MailBlock.Action("Open the agreement", Page);
        }
    }

    private string What => Reported.Category switch
    {
        MailCategories.ApprovalRequest => "The request to approve",
        MailCategories.ApprovalReminder => "A reminder to decide",
        MailCategories.SignatureRequest => "The request to sign",
        MailCategories.SignatureReminder => "A reminder to sign",
        _ => "A mail",
    };

    private string Why => (Reported.Outcome, Reported.Reason) switch
    {
        (_, MailReason.Suppressed) => "The mail service no longer mails this address, because an earlier mail to it bounced or was marked as spam. Until the address is taken off its list of suppressed addresses, no reminder will arrive either.",
        (_, MailReason.Address) => "The recipient's mail server says that there is no such address.",
        (_, MailReason.Mailbox) => "The recipient's mailbox is full, closed, or does not take this mail.",
        (_, MailReason.Policy) => "The recipient's mail server does not want this mail. Its administrators can allow it.",
        (_, MailReason.Content) => "The recipient's mail server cannot take the content of this mail.",
        (_, MailReason.MailSystem or MailReason.Network or MailReason.Protocol) => "The recipient's mail server could not be reached, or has a fault.",
        (MailOutcome.Dropped, _) => "The mail service dropped it without trying.",
        _ => "The recipient's mail server does not take it.",
    };
}
