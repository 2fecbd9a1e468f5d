using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Web.Components;

/// <summary>Tells in plain words what became of a mail.</summary>
internal static class MailSentences
{
    /// <summary>The sentence of a record's entry.</summary>
    public static string Of(MailReported reported, AgreementState state)
    {
        var person = reported is { Revision: { } revision, Person: { } key } ? state.FindPerson(revision, key) : null;
        var mail = $"{MailOf(reported)}{(person is null ? "" : $" to {person.Name} ({person.Party})")}";
        var code = reported.Status is { } status && reported.Outcome != MailOutcome.Delivered ? $" ({status})" : "";
        return reported.Outcome switch
        {
            MailOutcome.Delivered => $"{mail} was delivered.",
            MailOutcome.Deferred => $"{mail} was put off by the recipient's mail server{code}; it is tried again.",
            MailOutcome.SpamReported => $"{mail} was delivered, and marked as spam there.",
            _ => $"{mail} could not be delivered: {Of(reported.Outcome, reported.Reason)}{code}.",
        };
    }

    /// <summary>Why a mail did not arrive, as the end of a sentence.</summary>
    public static string Of(MailOutcome outcome, MailReason? reason = null) => reason switch
    {
        MailReason.Address => "there is no such address",
        MailReason.Mailbox => "the mailbox is full, closed or does not take it",
        MailReason.MailSystem or MailReason.Protocol => "the recipient's mail server has a fault",
        MailReason.Network => "the recipient's mail server cannot be reached",
        MailReason.Content => "the recipient's mail server cannot take its content",
        MailReason.Policy => "the recipient's mail server does not want it",
        MailReason.Suppressed => "the mail service no longer mails this address, since an earlier mail bounced or was marked as spam",
        _ => outcome switch
        {
            MailOutcome.Bounced => "it came back",
            MailOutcome.Blocked => "the recipient's mail server did not take it",
            MailOutcome.Dropped => "the mail service dropped it",
            _ => "the mail service refused it",
        },
    };

    private static string MailOf(MailReported reported) => reported.Category switch
    {
        MailCategories.ApprovalRequest => $"The request to approve revision {reported.Revision}",
        MailCategories.ApprovalReminder => $"A reminder to decide on revision {reported.Revision}",
        MailCategories.SignatureRequest => "The request to sign",
        MailCategories.SignatureReminder => "A reminder to sign",
        MailCategories.DeliveryAlert => "An alert to legal",
        _ when reported.Person is not null => "The notice of how it ended",
        _ => "A mail",
    };
}
