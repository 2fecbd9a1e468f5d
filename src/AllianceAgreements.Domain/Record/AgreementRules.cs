using AllianceAgreements.Domain.Approvals;

namespace AllianceAgreements.Domain.Record;

/// <summary>What legal may do with an agreement, and when.</summary>
public static class AgreementRules
{
    private const int MaximumReason = 10_000;

    /// <summary>Takes revised terms. Everything approved before is void.</summary>
    /// <param name="state">The agreement.</param>
    /// <param name="title">The title in the revised terms.</param>
    /// <param name="terms">The stored terms.</param>
    /// <param name="requestKey">See <see cref="RevisionSubmitted.RequestKey"/>.</param>
    public static Decision Revise(AgreementState state, string title, DocumentReference terms, string? requestKey)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        if (requestKey is not null && state.Revisions.Find(revision => revision.RequestKey == requestKey) is { } earlier)
        {
            return earlier.Terms.Sha256 == terms.Sha256
                ? Decision.Nothing
                : Decision.Refuse(RefusalReason.Invalid, "This idempotency key was used before, for other terms. Use a new key.");
        }

        if (state.Status is not (AgreementStatus.InApproval or AgreementStatus.ChangesRequested or AgreementStatus.DraftingFailed))
        {
            return Decision.Refuse(RefusalReason.WrongState, state.Status == AgreementStatus.Drafting
                ? "The draft is still being made. Try again in a moment."
                : $"An agreement that is {Describe(state.Status)} cannot be revised.");
        }

        // What the approvers have settled holds from their last decision on, not only from the moment the round is closed.
        return state.Latest.Round?.Standing.Verdict switch
        {
            Verdict.Approved => Decision.Refuse(RefusalReason.WrongState, "This revision is approved and signing is about to begin, so it cannot be revised."),
            Verdict.Declined => Decision.Refuse(RefusalReason.WrongState, "This revision was declined, so the agreement ends and cannot be revised."),
            _ => Decision.Accept(new RevisionSubmitted(state.Latest.Number + 1, title, terms, requestKey)),
        };
    }

    /// <summary>Takes the agreement back.</summary>
    public static Decision Withdraw(AgreementState state, string reason)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Status == AgreementStatus.Withdrawn)
        {
            return Decision.Nothing;
        }

        if (state.Status.IsFinal() || state.Status == AgreementStatus.Executed)
        {
            return Decision.Refuse(RefusalReason.WrongState, $"An agreement that is {Describe(state.Status)} cannot be withdrawn.");
        }

        if (state.Signing is { IsComplete: true })
        {
            return Decision.Refuse(RefusalReason.WrongState, "Every party has signed, so the agreement cannot be withdrawn.");
        }

        return string.IsNullOrWhiteSpace(reason) || reason.Length > MaximumReason
            ? Decision.Refuse(RefusalReason.Invalid, $"Say why the agreement is withdrawn, in 1 to {MaximumReason:N0} characters.")
            : Decision.Accept(new AgreementWithdrawn(reason.Trim()));
    }

    /// <summary>Records a draft, or that none could be made.</summary>
    public static Decision RecordDraft(AgreementState state, AgreementEvent outcome)
    {
        ArgumentNullException.ThrowIfNull(state);
        var revision = outcome switch
        {
            DraftGenerated drafted => drafted.Revision,
            DraftingFailed failed => failed.Revision,
            _ => throw new ArgumentException("Not the outcome of drafting.", nameof(outcome)),
        };
        return state.Status == AgreementStatus.Drafting && state.Latest.Number == revision && state.Latest.Draft is null
            ? Decision.Accept(outcome)
            : Decision.Nothing;
    }

    private static string Describe(AgreementStatus status) => status switch
    {
        AgreementStatus.Signing => "being signed",
        AgreementStatus.InApproval => "in approval",
        AgreementStatus.ChangesRequested => "waiting for a revision",
        _ => status.ToString().ToLowerInvariant(),
    };
}
