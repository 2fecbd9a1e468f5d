using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>When an archive may be put under legal hold, and when that is lifted.</summary>
public static class LegalHoldRules
{
    /// <summary>How long a reason may be, in characters.</summary>
    public const int MaximumReason = 1_000;

    /// <summary>How long the name of who decides may be, in characters.</summary>
    public const int MaximumName = 200;

    /// <summary>
    /// Puts a hold. Each reason stands in the record once, for as long as it holds: an archive may be held for several matters at once.
    /// </summary>
    /// <param name="state">The agreement.</param>
    /// <param name="reason">Why, 1 to <see cref="MaximumReason"/> characters.</param>
    /// <param name="actor">Who, with a name of 1 to <see cref="MaximumName"/> characters.</param>
    public static Decision Put(AgreementState state, string reason, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Refuse(state, reason, actor)
            ?? (state.LegalHolds.Any(hold => hold.Reason == reason.Trim()) ? Decision.Nothing : Decision.Accept(new LegalHoldPut(reason.Trim())));
    }

    /// <summary>Lifts every hold, whatever for.</summary>
    /// <param name="state">The agreement.</param>
    /// <param name="reason">Why, 1 to <see cref="MaximumReason"/> characters.</param>
    /// <param name="actor">Who, with a name of 1 to <see cref="MaximumName"/> characters.</param>
    /// <param name="isHeld">
    /// Whether the store holds a file. It may without an entry: an installation can put holds on all that it archives, and what was lifted
    /// for the same reason before may not have reached every file.
    /// </param>
    public static Decision Lift(AgreementState state, string reason, Actor actor, bool isHeld)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Refuse(state, reason, actor)
            ?? (state.LegalHolds.IsEmpty && (!isHeld || state.LiftedHolds?.Reason == reason.Trim())
                ? Decision.Nothing
                : Decision.Accept(new LegalHoldLifted(reason.Trim())));
    }

    private static Decision? Refuse(AgreementState state, string reason, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return state.Archive is null
            ? Decision.Refuse(
                RefusalReason.WrongState, $"{state.Reference} is not archived yet, its status is {state.Status}. What is not archived is held with the container of the records.")
        : !IsText(reason, MaximumReason)
            ? Decision.Refuse(RefusalReason.Invalid, $"Say why, in 1 to {MaximumReason:N0} characters: the record keeps it.")
        : !IsText(actor.Name, MaximumName)
            ? Decision.Refuse(RefusalReason.Invalid, $"Say who decided it, in 1 to {MaximumName:N0} characters: the record keeps it.")
        : null;
    }

    private static bool IsText(string text, int maximum) => !string.IsNullOrWhiteSpace(text) && text.Length <= maximum;
}
