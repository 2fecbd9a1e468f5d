using AllianceAgreements.Domain.Mail;

namespace AllianceAgreements.Domain.Record;

/// <summary>Who is told how an agreement ended: everyone who was asked to approve or sign, each person once.</summary>
public static class ConclusionNotices
{
    /// <summary>
    /// Those still to be told; nobody before the agreement has ended, and nobody whose notice the mail service refused: its being told in the
    /// record, and to legal, closes it.
    /// </summary>
    public static IEnumerable<Participant> Due(AgreementState state) =>
        from asked in Untold(state)
        where !state.Mails.IsRefused(new SentMail(MailCategories.Conclusion(state.Status), asked.Revision, asked.Person.Key, null))
        select asked.Person;

    /// <summary>Those who were not told, be it that their notice was refused; nobody before the agreement has ended.</summary>
    public static IEnumerable<Participant> NotTold(AgreementState state) => Untold(state).Select(asked => asked.Person);

    private static IEnumerable<(Participant Person, int Revision)> Untold(AgreementState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Status.IsFinal() ? Asked(state).Where(asked => !state.Notified.Contains(asked.Person.Email)) : [];
    }

    /// <summary>Everyone who was asked, each person once, with the round of the first time.</summary>
    internal static IEnumerable<(Participant Person, int Revision)> Asked(AgreementState state)
    {
        var approvers = state.Revisions.SelectMany(
            revision => (revision.Round?.Approvers ?? []).Where(approver => approver.RequestedAt is not null),
            (revision, approver) => (approver.Person, revision.Number));
        var signatories = (state.Signing?.Signatories ?? [])
            .Where(signatory => signatory.RequestedAt is not null || state.Archive is not null)
            .Select(signatory => (signatory.Person, state.Signing!.Revision));
        return approvers.Concat(signatories).DistinctBy(asked => asked.Person.Email, StringComparer.OrdinalIgnoreCase);
    }
}
