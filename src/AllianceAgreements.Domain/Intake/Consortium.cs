namespace AllianceAgreements.Domain.Intake;

/// <summary>How a co-development consortium is run, and how members come and go.</summary>
public sealed record ConsortiumTerms
{
    /// <summary>The party that coordinates the members and speaks to funders for them.</summary>
    public required string Coordinator { get; init; }

    /// <summary>How others accede.</summary>
    public required AccessionTerms Accession { get; init; }

    /// <summary>Days of notice with which a member may withdraw, 30 to 730.</summary>
    public required int WithdrawalNoticeDays { get; init; }

    /// <summary>Days a member in default has to cure before the others may exclude it, 10 to 365.</summary>
    public required int DefaultCureDays { get; init; }
}

/// <summary>Who admits a new member, and on what terms.</summary>
public sealed record AccessionTerms
{
    /// <summary>Whose consent admits it.</summary>
    public required DecisionRuleKind Rule { get; init; }

    /// <summary>Percent of the parties, 1 to 100; with <see cref="DecisionRuleKind.Threshold"/> only.</summary>
    public int? ThresholdPercent { get; init; }

    /// <summary>The party that decides; with <see cref="DecisionRuleKind.LeadOrganisation"/> only.</summary>
    public string? LeadParty { get; init; }

    /// <summary>What a new member must meet; at most 50.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>What it pays in when it accedes; left out, nothing in money.</summary>
    public Money? Contribution { get; init; }
}
