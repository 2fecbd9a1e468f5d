using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Approvals;

/// <summary>What came of a vote so far: a party's, a group's, a stage's or a round's.</summary>
public enum Verdict
{
    /// <summary>It can still go either way.</summary>
    Open,

    /// <summary>It is approved, whatever else is decided.</summary>
    Approved,

    /// <summary>It cannot be approved as it is, and would not be lost if those who ask for changes approved.</summary>
    ChangesRequested,

    /// <summary>It cannot be approved, whatever else is decided.</summary>
    Declined,
}

/// <summary>How far a route is.</summary>
/// <param name="Stages">Its stages, in order.</param>
public sealed record RouteStanding(IReadOnlyList<StageStanding> Stages)
{
    /// <summary>How far a route is before anybody has decided.</summary>
    public static RouteStanding Before(ApprovalRoute route) => Of(route, _ => Verdict.Open);

    /// <summary>How far a route is with the parties' votes.</summary>
    public static RouteStanding Of(ApprovalRoute route, Func<string, Verdict> vote)
    {
        ArgumentNullException.ThrowIfNull(route);
        return new RouteStanding(
            [.. from stage in route.Stages
                select new StageStanding(
                    stage.Name,
                    [.. from deciding in stage.Groups
                        select new GroupStanding(deciding, [.. deciding.Parties.Select(party => new PartyStanding(party, vote(party)))])])]);
    }

    /// <summary>The stage that decides now; null when all of them have approved.</summary>
    public StageStanding? Current => Stages.FirstOrDefault(stage => stage.Verdict != Verdict.Approved);

    /// <summary>What came of all of it.</summary>
    public Verdict Verdict => Current?.Verdict ?? Verdict.Approved;

    /// <summary>The stages that have begun.</summary>
    public IEnumerable<StageStanding> Begun => Stages.TakeWhile(stage => stage != Current).Concat(Current is { } current ? [current] : []);
}

/// <summary>How far a stage is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Groups">Its groups.</param>
public sealed record StageStanding(string Name, IReadOnlyList<GroupStanding> Groups)
{
    /// <summary>Approved once all of its groups have approved; lost as soon as one is.</summary>
    public Verdict Verdict => Groups.Any(group => group.Verdict == Verdict.Declined) ? Verdict.Declined
        : Groups.Any(group => group.Verdict == Verdict.ChangesRequested) ? Verdict.ChangesRequested
        : Groups.All(group => group.Verdict == Verdict.Approved) ? Verdict.Approved
        : Verdict.Open;
}

/// <summary>How far a group is.</summary>
/// <param name="Group">The group and its rule.</param>
/// <param name="Votes">Its parties' votes, in its order.</param>
public sealed record GroupStanding(ApprovalGroup Group, IReadOnlyList<PartyStanding> Votes)
{
    /// <summary>How many approvals it takes of those that count.</summary>
    public int Needed => NeededOf(Group);

    /// <summary>The votes that count; of a lead organization's, its own.</summary>
    public IEnumerable<PartyStanding> Counting => Group.Rule == DecisionRuleKind.LeadOrganisation
        ? Votes.Where(vote => vote.Party == Group.LeadParty)
        : Votes;

    /// <summary>
    /// Approved once enough parties have approved. Declined as soon as those that declined leave too few; changes are requested as soon as
    /// those that declined and those that ask for changes do.
    /// </summary>
    public Verdict Verdict
    {
        get
        {
            var counting = Counting.ToLookup(vote => vote.Verdict);
            var all = Counting.Count();
            var declined = counting[Verdict.Declined].Count();
            return counting[Verdict.Approved].Count() >= Needed ? Verdict.Approved
                : all - declined < Needed ? Verdict.Declined
                : all - declined - counting[Verdict.ChangesRequested].Count() < Needed ? Verdict.ChangesRequested
                : Verdict.Open;
        }
    }

    private static int NeededOf(ApprovalGroup group) => group.Rule switch
    {
        DecisionRuleKind.Unanimous => group.Parties.Count,
        DecisionRuleKind.Majority => (group.Parties.Count / 2) + 1,
        DecisionRuleKind.Threshold => group.ThresholdCount ?? ((group.Parties.Count * group.ThresholdPercent!.Value) + 99) / 100,
        DecisionRuleKind.LeadOrganisation => 1,
        _ => throw new InvalidDataException($"There is no rule {group.Rule}."),
    };
}

/// <summary>A party's vote.</summary>
/// <param name="Party">Its short name.</param>
/// <param name="Verdict">How it voted; open until it has.</param>
public sealed record PartyStanding(string Party, Verdict Verdict);
