namespace AllianceAgreements.Domain.Record;

/// <summary>Who is told how an agreement ended: everyone who was asked to approve or sign, each person once.</summary>
public static class ConclusionNotices
{
    /// <summary>Those still to be told; nobody before the agreement has ended.</summary>
    public static IEnumerable<Participant> Due(AgreementState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Status.IsFinal() ? Asked(state).Where(person => !state.Notified.Contains(person.Email)) : [];
    }

    private static IEnumerable<Participant> Asked(AgreementState state)
    {
        var approvers = state.Revisions
            .SelectMany(revision => revision.Round?.Approvers ?? [])
            .Where(approver => approver.RequestedAt is not null)
            .Select(approver => approver.Person);
        var signatories = (state.Signing?.Signatories ?? [])
            .Where(signatory => signatory.RequestedAt is not null || state.Archive is not null)
            .Select(signatory => signatory.Person);
        return approvers.Concat(signatories).DistinctBy(person => person.Email, StringComparer.OrdinalIgnoreCase);
    }
}
