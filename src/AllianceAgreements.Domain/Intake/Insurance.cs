namespace AllianceAgreements.Domain.Intake;

/// <summary>The insurance that the parties must keep, where they have settled kinds and amounts; left out, each keeps what organizations of its size and activity customarily do.</summary>
public sealed record InsuranceTerms
{
    /// <summary>What is covered, by whom and how far; 1 to 50, and no party bound twice to the same kind.</summary>
    public required IReadOnlyList<InsurancePolicy> Policies { get; init; }

    /// <summary>
    /// Years for which coverage written on a claims-made basis is kept up, or an extended reporting period bought, after a party's part in
    /// the agreement has ended, 1 to 10.
    /// </summary>
    public required int TailYears { get; init; }
}

/// <summary>One kind of coverage, and how much of it.</summary>
public sealed record InsurancePolicy
{
    /// <summary>What is covered.</summary>
    public required InsuranceKind Kind { get; init; }

    /// <summary>The parties that keep it, each once, at most 20; an empty list means every party.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The least limit for one claim or occurrence, over 0; left out with <see cref="InsuranceKind.WorkersCompensation"/> only, whose limits the law sets.</summary>
    public Money? PerClaim { get; init; }

    /// <summary>The least limit for all claims of a year, in the currency of <see cref="PerClaim"/> and not below it; may be left out, and is with <see cref="InsuranceKind.WorkersCompensation"/>.</summary>
    public Money? Aggregate { get; init; }
}

/// <summary>Kinds of insurance.</summary>
public enum InsuranceKind
{
    /// <summary>Harm to patients by professional services (medical malpractice).</summary>
    ProfessionalLiability,

    /// <summary>Bodily injury, damage to property, and advertising injury.</summary>
    GeneralLiability,

    /// <summary>What exceeds the limits of other liability policies.</summary>
    ExcessLiability,

    /// <summary>Data breaches, network security and privacy.</summary>
    CyberLiability,

    /// <summary>Technology errors and omissions.</summary>
    TechnologyLiability,

    /// <summary>Harm by products, and what they were part of.</summary>
    ProductLiability,

    /// <summary>Harm to those who take part in research.</summary>
    ClinicalTrials,

    /// <summary>Claims against those who direct an organization.</summary>
    DirectorsAndOfficers,

    /// <summary>Loss of or damage to buildings and equipment.</summary>
    Property,

    /// <summary>Vehicles that are owned, hired or otherwise used.</summary>
    Automobile,

    /// <summary>Injury of employees at work, as far as the law asks.</summary>
    WorkersCompensation,
}
