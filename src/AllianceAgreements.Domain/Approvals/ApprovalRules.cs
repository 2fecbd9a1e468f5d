using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Domain.Approvals;

/// <summary>The rules of approval: stage by stage along the route, with reminders and a deadline.</summary>
public static class ApprovalRules
{
    private const int MaximumComment = 10_000;

    /// <summary>Opens the round of a drafted revision.</summary>
    public static Decision Open(AgreementState state, int revision, AgreementTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        if (state.FindRevision(revision) is not { Draft: { } draft, Round: null } || state.Status != AgreementStatus.Drafting
            || revision != state.Latest.Number)
        {
            return Decision.Nothing;
        }

        var policy = terms.Request.ApprovalPolicy;
        var approvers = terms.Request.Parties.SelectMany((party, p) => party.Approvers.Select((approver, a) =>
            new Participant($"approver-{p + 1}-{a + 1}", party.ShortName, approver.Name, approver.Title, approver.Email)));
        return Decision.Accept(new ApprovalRoundOpened(
            revision, draft.Sha256, [.. approvers], now.AddDays(policy.DeadlineDays), policy.ReminderDays, ApprovalRoute.Of(terms.Request)));
    }

    /// <summary>Takes an approver's decision.</summary>
    public static Decision Decide(AgreementState state, ApprovalDecision decision, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(decision);
        if (state.FindRevision(decision.Revision)?.Round is not { } round || round.Find(decision.Approver) is not { } approver)
        {
            return Decision.Refuse(RefusalReason.NotFound, "There is no such approval request.");
        }

        if (approver.Choice == decision.Choice)
        {
            return Decision.Nothing;
        }

        if (approver.Choice is not null)
        {
            return Decision.Refuse(RefusalReason.WrongState, "You have decided on this revision already; a decision cannot be changed.");
        }

        if (round.Outcome is not null || state.Status != AgreementStatus.InApproval || round.Revision != state.Latest.Number)
        {
            return Decision.Refuse(RefusalReason.WrongState, "This round of approval is closed, so no decision can be taken in it any more.");
        }

        if (now >= round.Deadline)
        {
            return Decision.Refuse(RefusalReason.WrongState, "The time to decide on this revision has run out.");
        }

        return CheckTurn(approver, round) ?? Check(decision, round) ?? Decision.Accept(ToEvent(decision));
    }

    /// <summary>Looks at the round: closes it if its outcome is fixed, else tells who is to be mailed now and when to look again.</summary>
    public static ApprovalEvaluation Evaluate(AgreementState state, int revision, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.FindRevision(revision)?.Round is not { } round)
        {
            // The revision never got a round: it was withdrawn or superseded before it was opened.
            return new ApprovalEvaluation.Closed(
                state.Status == AgreementStatus.Withdrawn ? ApprovalOutcome.Withdrawn : ApprovalOutcome.Superseded, []);
        }

        if (round.Outcome is { } outcome)
        {
            return new ApprovalEvaluation.Closed(outcome, []);
        }

        if (FixedOutcome(state, round, now) is { } reached)
        {
            return new ApprovalEvaluation.Closed(reached, [new ApprovalRoundClosed(revision, reached)]);
        }

        var turn = round.Turn.Select(approver => approver.Person.Key).ToHashSet();
        var schedules = round.Asked
            .Where(approver => approver.RequestedAt is null || turn.Contains(approver.Person.Key))
            .ToDictionary(
                approver => approver.Person.Key,
                approver => new ReminderSchedule(round.ReminderEvery, approver.RequestedAt, approver.RemindedAt));
        return new ApprovalEvaluation.Open(
            [.. schedules.Where(entry => entry.Value.IsDue(now)).Select(entry => entry.Key)],
            schedules.Values.Select(schedule => schedule.Next(now)).Append(round.Deadline).Min());
    }

    /// <summary>Records that an approver was sent the request (number 0) or a reminder (from 1).</summary>
    public static Decision RecordMail(AgreementState state, int revision, string approver, int number)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.FindRevision(revision)?.Round?.Find(approver) switch
        {
            { RequestedAt: null } when number == 0 => Decision.Accept(new ApprovalRequested(revision, approver)),
            { RequestedAt: not null } person when number == person.Reminders + 1 =>
                Decision.Accept(new ApprovalReminderSent(revision, approver, number)),
            _ => Decision.Nothing,
        };
    }

    private static ApprovalOutcome? FixedOutcome(AgreementState state, ApprovalRound round, DateTimeOffset now)
    {
        if (state.Status == AgreementStatus.Withdrawn)
        {
            return ApprovalOutcome.Withdrawn;
        }

        if (round.Revision < state.Latest.Number)
        {
            return ApprovalOutcome.Superseded;
        }

        return round.Standing.Verdict switch
        {
            Verdict.Approved => ApprovalOutcome.Approved,
            Verdict.ChangesRequested => ApprovalOutcome.ChangesRequested,
            Verdict.Declined => ApprovalOutcome.Declined,
            _ => now >= round.Deadline ? ApprovalOutcome.Expired : null,
        };
    }

    private static Decision? CheckTurn(ApproverState approver, ApprovalRound round) =>
        round.WhyClosedTo(approver.Person.Party) is { } why ? Decision.Refuse(RefusalReason.WrongState, why) : null;

    private static Decision? Check(ApprovalDecision decision, ApprovalRound round)
    {
        if (!TypedName.IsAcceptable(decision.TypedName))
        {
            return Decision.Refuse(RefusalReason.Invalid, TypedName.Requirement);
        }

        if (decision.Comment?.Length > MaximumComment)
        {
            return Decision.Refuse(RefusalReason.Invalid, $"Keep what you write under {MaximumComment:N0} characters.");
        }

        if (string.IsNullOrWhiteSpace(decision.Comment) && decision.Choice != ApprovalChoice.Approve)
        {
            return Decision.Refuse(RefusalReason.Invalid, decision.Choice == ApprovalChoice.Decline
                ? "Say why you decline, so that the other parties understand."
                : "Say what should change, so that legal can revise the draft.");
        }

        return decision.DocumentSha256 != round.DocumentSha256
            ? Decision.Refuse(RefusalReason.WrongState, "The document changed after you opened this page. Open the link again and read the newest one.")
            : null;
    }

    private static AgreementEvent ToEvent(ApprovalDecision decision)
    {
        var name = decision.TypedName.Trim();
        var comment = string.IsNullOrWhiteSpace(decision.Comment) ? null : decision.Comment.Trim();
        return decision.Choice switch
        {
            ApprovalChoice.Approve => new ApprovalGiven(
                decision.Revision, decision.Approver, decision.DocumentSha256, name, comment, decision.NetworkAddress),
            ApprovalChoice.RequestChanges => new ChangesRequested(
                decision.Revision, decision.Approver, name, comment!, decision.NetworkAddress),
            ApprovalChoice.Decline => new ApprovalDeclined(decision.Revision, decision.Approver, name, comment!, decision.NetworkAddress),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Choice, "Not a choice."),
        };
    }
}

/// <summary>What a look at a round found.</summary>
public abstract record ApprovalEvaluation
{
    private ApprovalEvaluation()
    {
    }

    /// <summary>The round is closed, or is to be closed by appending <paramref name="Events"/>.</summary>
    public sealed record Closed(ApprovalOutcome Outcome, IReadOnlyList<AgreementEvent> Events) : ApprovalEvaluation;

    /// <summary>The round is open.</summary>
    /// <param name="MailDue">Keys of the approvers to be sent the request, or the next reminder, now.</param>
    /// <param name="NextDue">When to look again, at the latest.</param>
    public sealed record Open(IReadOnlyList<string> MailDue, DateTimeOffset NextDue) : ApprovalEvaluation;
}
