namespace AllianceAgreements.Domain.Intake;

/// <summary>A body that governs the alliance.</summary>
public sealed record GovernanceBody
{
    /// <summary>Unique among bodies ("Joint Steering Committee").</summary>
    public required string Name { get; init; }

    /// <summary>What it is responsible for.</summary>
    public required string Mandate { get; init; }

    /// <summary>The party whose member chairs it.</summary>
    public required string ChairParty { get; init; }

    /// <summary>Members each party appoints, 1 to 10.</summary>
    public required int MembersPerParty { get; init; }

    /// <summary>How often it meets.</summary>
    public required Cadence Cadence { get; init; }
}

/// <summary>How often a body meets.</summary>
public enum Cadence
{
    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every two weeks.</summary>
    Fortnightly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every three months.</summary>
    Quarterly,

    /// <summary>Every six months.</summary>
    SemiAnnually,

    /// <summary>Every year.</summary>
    Annually,
}

/// <summary>One row of the decision matrix: a category of decisions and the consent it needs.</summary>
public sealed record DecisionRule
{
    /// <summary>The category, unique in the matrix ("Annual budget").</summary>
    public required string Category { get; init; }

    /// <summary>Whose consent.</summary>
    public required DecisionRuleKind Rule { get; init; }

    /// <summary>Percent of the parties, 1 to 100; with <see cref="DecisionRuleKind.Threshold"/> only.</summary>
    public int? ThresholdPercent { get; init; }

    /// <summary>The party that decides; with <see cref="DecisionRuleKind.LeadOrganisation"/> only.</summary>
    public string? LeadParty { get; init; }
}

/// <summary>How a category of decisions is taken.</summary>
public enum DecisionRuleKind
{
    /// <summary>Every party consents.</summary>
    Unanimous,

    /// <summary>More than half of the parties consent.</summary>
    Majority,

    /// <summary>At least <see cref="DecisionRule.ThresholdPercent"/> of the parties consent.</summary>
    Threshold,

    /// <summary><see cref="DecisionRule.LeadParty"/> decides after hearing the others.</summary>
    LeadOrganisation,
}

/// <summary>One tier of the escalation pathway.</summary>
public sealed record EscalationTier
{
    /// <summary>Who tries to settle the dispute at this tier ("Workstream leads").</summary>
    public required string Level { get; init; }

    /// <summary>Days it has before the dispute climbs, 1 to 180.</summary>
    public required int Days { get; init; }
}
