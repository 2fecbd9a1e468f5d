using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>When an archive may be put under legal hold, and when that is lifted.</summary>
public static class LegalHoldRules
{
    /// <summary>How long a reason may be, in characters.</summary>
    public const int MaximumReason = 1_000;

    /// <summary>
    /// Puts a hold. Each reason stands in the record once, for as long as it holds: an archive may be held for several matters at once.
    /// </summary>
    public static Decision Put(AgreementState state, string reason)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Refuse(state, reason)
            ?? (state.LegalHolds.Any(hold => hold.Reason == reason.Trim()) ? Decision.Nothing : Decision.Accept(new LegalHoldPut(reason.Trim())));
    }

    /// <summary>Lifts every hold, whatever for.</summary>
    /// <param name="state">The agreement.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isHeld">Whether the store held a file, be it without an entry: an installation can put holds on all that it archives.</param>
    public static Decision Lift(AgreementState state, string reason, bool isHeld)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Refuse(state, reason)
            ?? (state.LegalHolds.IsEmpty && !isHeld ? Decision.Nothing : Decision.Accept(new LegalHoldLifted(reason.Trim())));
    }

    private static Decision? Refuse(AgreementState state, string reason) =>
        state.Archive is null
            ? Decision.Refuse(
                RefusalReason.WrongState, $"{state.Reference} is not archived yet, its status is {state.Status}. What is not archived is held with the container of the records.")
        : string.IsNullOrWhiteSpace(reason) || reason.Length > MaximumReason
            ? Decision.Refuse(RefusalReason.Invalid, $"Say why, in 1 to {MaximumReason:N0} characters: the record keeps it.")
        : null;
}
