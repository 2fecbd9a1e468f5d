using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Mail;

/// <summary>Which mail of an agreement it is.</summary>
internal sealed record SentMail(string Category, int? Revision, string? Person, int? Number)
{
    /// <summary>
    /// The mail that a key's hash stands for: the mails that the state implies are named again, and compared. One that is not among them,
    /// such as an alert to legal, is known by its category alone.
    /// </summary>
    public static SentMail Find(AgreementState state, string keyHash, string category) =>
        Implied(state).FirstOrDefault(implied => MailKeys.HashOf(implied.Key) == keyHash).Mail ?? new SentMail(category, null, null, null);

    private static IEnumerable<(string Key, SentMail Mail)> Implied(AgreementState state)
    {
        var approvals =
            from revision in state.Revisions
            from approver in revision.Round?.Approvers ?? []
            from number in Numbers(approver.Reminders)
            select (
                MailKeys.Approval(state.Id, revision.Number, approver.Person.Key, number),
                new SentMail(number == 0 ? MailCategories.ApprovalRequest : MailCategories.ApprovalReminder, revision.Number, approver.Person.Key, number));
        var signatures =
            from signatory in state.Signing?.Signatories ?? []
            from number in Numbers(signatory.Reminders)
            let revision = state.Signing!.Revision
            select (
                MailKeys.Signature(state.Id, revision, signatory.Person.Key, number),
                new SentMail(number == 0 ? MailCategories.SignatureRequest : MailCategories.SignatureReminder, revision, signatory.Person.Key, number));
        var conclusions =
            from asked in ConclusionNotices.Asked(state)
            select (
                MailKeys.Conclusion(state.Id, asked.Person.Email),
                new SentMail(MailCategories.Conclusion(state.Status), asked.Revision, asked.Person.Key, null));
        return approvals.Concat(signatures).Concat(conclusions);
    }

    // One more than the record tells of: the mail service may tell of a mail sooner than it is recorded as sent.
    private static IEnumerable<int> Numbers(int reminders) => Enumerable.Range(0, reminders + 2);
}
