namespace AllianceAgreements.Domain.Intake;

/// <summary>A stage of approval. Stages follow one another; the groups of a stage decide at the same time, and all of them must approve.</summary>
public sealed record ApprovalStage
{
    /// <summary>Unique among stages ("Clinical review").</summary>
    public required string Name { get; init; }

    /// <summary>Who decides; 1 to 20.</summary>
    public required IReadOnlyList<ApprovalGroup> Groups { get; init; }
}

/// <summary>Parties that decide together, each with one vote.</summary>
public sealed record ApprovalGroup
{
    /// <summary>Unique in its stage ("Hospitals").</summary>
    public required string Name { get; init; }

    /// <summary>The parties, by short name; 1 to 20.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>Whose approval it takes.</summary>
    public required DecisionRuleKind Rule { get; init; }

    /// <summary>Percent of the group's parties, 1 to 100; with <see cref="DecisionRuleKind.Threshold"/>, unless <see cref="ThresholdCount"/> is given.</summary>
    public int? ThresholdPercent { get; init; }

    /// <summary>How many of the group's parties; with <see cref="DecisionRuleKind.Threshold"/>, unless <see cref="ThresholdPercent"/> is given.</summary>
    public int? ThresholdCount { get; init; }

    /// <summary>The party of the group that decides, after the others were asked for their view; with <see cref="DecisionRuleKind.LeadOrganisation"/> only.</summary>
    public string? LeadParty { get; init; }
}

/// <summary>Whose approval makes the vote of a party that has several approvers.</summary>
public enum PartyVote
{
    /// <summary>All of them approve.</summary>
    EveryApprover,

    /// <summary>The first of them to decide does so for the party.</summary>
    AnyApprover,
}
