using System.Collections.Immutable;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Approvals;

/// <summary>A round of approval, as the record tells it.</summary>
public sealed record ApprovalRound
{
    /// <summary>The revision under approval.</summary>
    public required int Revision { get; init; }

    /// <summary>The exact draft that approvals bind to.</summary>
    public required string DocumentSha256 { get; init; }

    /// <summary>Who is asked.</summary>
    public required ImmutableList<ApproverState> Approvers { get; init; }

    /// <summary>When it opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it expires.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Time between reminders.</summary>
    public required TimeSpan ReminderEvery { get; init; }

    /// <summary>How it ended; null while open.</summary>
    public ApprovalOutcome? Outcome { get; init; }

    /// <summary>Who decides, and when it is decided.</summary>
    public required ApprovalRoute Route { get; init; }

    /// <summary>How far the route is.</summary>
    public RouteStanding Standing => RouteStanding.Of(Route, VoteOf);

    /// <summary>Those whose decision is wanted now: undecided, and of a party whose vote a group still waits for.</summary>
    public IEnumerable<ApproverState> Turn => InOpenGroups(group => group.Counting);

    /// <summary>Those who are to be asked by now: whoever decides, and whoever is heard before a lead organization decides.</summary>
    public IEnumerable<ApproverState> Asked => InOpenGroups(group => group.Votes);

    /// <summary>How a party voted, by its approvers' decisions.</summary>
    public Verdict VoteOf(string party)
    {
        var approvers = Approvers.FindAll(approver => approver.Person.Party == party);
        return approvers.Exists(approver => approver.Choice == ApprovalChoice.Decline) ? Verdict.Declined
            : approvers.Exists(approver => approver.Choice == ApprovalChoice.RequestChanges) ? Verdict.ChangesRequested
            : approvers.Exists(approver => approver.Choice == ApprovalChoice.Approve)
                && (Route.PartyVote == PartyVote.AnyApprover || approvers.TrueForAll(approver => approver.Choice == ApprovalChoice.Approve))
            ? Verdict.Approved
            : Verdict.Open;
    }

    /// <summary>Why the route takes no decision of a party's approvers, for them to read; null when it does.</summary>
    public string? WhyClosedTo(string party) =>
        Standing.Verdict != Verdict.Open ? "This revision is decided on already, so no decision can be taken any more."
        : VoteOf(party) != Verdict.Open ? $"Somebody else has decided for {party} already, so your decision is not needed any more."
        : !HasReached(party) ? "Others decide before you; you will be sent a link when it is your turn."
        : null;

    /// <summary>What would come of the round at once if an approver decided so.</summary>
    public Verdict After(ApproverState approver, ApprovalChoice choice)
    {
        ArgumentNullException.ThrowIfNull(approver);
        return With(approver.Person.Key, state => state with { Choice = choice }).Standing.Verdict;
    }

    /// <summary>An approver by key; null when there is none.</summary>
    public ApproverState? Find(string key) => Approvers.Find(approver => approver.Person.Key == key);

    internal static ApprovalRound Open(ApprovalRoundOpened opened, DateTimeOffset at) => new()
    {
        Revision = opened.Revision,
        DocumentSha256 = opened.DocumentSha256,
        Approvers = [.. opened.Approvers.Select(person => new ApproverState { Person = person })],
        OpenedAt = at,
        Deadline = opened.Deadline,
        ReminderEvery = ReminderSchedule.ReadInterval(opened.ReminderDays),
        Route = opened.Route ?? ApprovalRoute.OfEverybody(opened.Approvers),
    };

    internal ApprovalRound Close(ApprovalRoundClosed closed) => this with { Outcome = closed.Outcome };

    private bool HasReached(string party) => Standing.Begun.SelectMany(stage => stage.Groups).Any(group => group.Group.Parties.Contains(party));

    private IEnumerable<ApproverState> InOpenGroups(Func<GroupStanding, IEnumerable<PartyStanding>> votes)
    {
        var parties = (Standing.Current?.Groups ?? [])
            .Where(group => group.Verdict == Verdict.Open)
            .SelectMany(votes)
            .Where(vote => vote.Verdict == Verdict.Open)
            .Select(vote => vote.Party)
            .ToHashSet();
        return Approvers.Where(approver => approver.Choice is null && parties.Contains(approver.Person.Party));
    }

    internal ApprovalRound With(string key, Func<ApproverState, ApproverState> change) => Find(key) is { } approver
        ? this with { Approvers = Approvers.Replace(approver, change(approver)) }
        : throw new InvalidDataException($"The record names approver '{key}', who is not in round {Revision}.");
}

/// <summary>An approver in a round.</summary>
public sealed record ApproverState
{
    /// <summary>Who.</summary>
    public required Participant Person { get; init; }

    /// <summary>When the request was sent, if it was.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Reminders sent.</summary>
    public int Reminders { get; init; }

    /// <summary>When the last reminder was sent, if any was.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>The decision, once taken.</summary>
    public ApprovalChoice? Choice { get; init; }

    /// <summary>What was said with it.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    internal ApproverState Decide(ApprovalChoice choice, string? comment, DateTimeOffset at) =>
        this with { Choice = choice, Comment = comment, DecidedAt = at };
}

/// <summary>What an approver can decide.</summary>
public enum ApprovalChoice
{
    /// <summary>Approve the revision as it is.</summary>
    Approve,

    /// <summary>Ask legal for a changed revision.</summary>
    RequestChanges,

    /// <summary>Refuse; the agreement ends.</summary>
    Decline,
}
