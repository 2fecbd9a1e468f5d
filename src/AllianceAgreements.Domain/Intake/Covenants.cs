namespace AllianceAgreements.Domain.Intake;

/// <summary>What the parties promise not to do beside the alliance; each may be left out, but not all of them.</summary>
/// <remarks>Such promises must be ancillary to the alliance and no wider than it needs (15 U.S.C. 1); what is given here is a limit, and the agreement says so.</remarks>
public sealed record RestrictiveCovenants
{
    /// <summary>Collaborating in a field with nobody else during the term.</summary>
    public ExclusivityCovenant? Exclusivity { get; init; }

    /// <summary>Not competing in a field, during the term and for some time after it.</summary>
    public NonCompeteCovenant? NonCompete { get; init; }

    /// <summary>Months after the end in which nobody solicits another's employees, as during the term; 0 to 24.</summary>
    public int? EmployeeNonSolicitMonths { get; init; }

    /// <summary>Negotiating with the other parties first.</summary>
    public FirstNegotiationCovenant? FirstNegotiation { get; init; }
}

/// <summary>A promise to collaborate in a field with the other parties alone.</summary>
public sealed record ExclusivityCovenant
{
    /// <summary>The field ("development of closed-loop anesthesia devices").</summary>
    public required string Field { get; init; }

    /// <summary>Where ("the United States of America").</summary>
    public required string Territory { get; init; }
}

/// <summary>A promise not to compete.</summary>
public sealed record NonCompeteCovenant
{
    /// <summary>The field ("the manufacture of closed-loop anesthesia devices").</summary>
    public required string Field { get; init; }

    /// <summary>Where ("the State of Minnesota").</summary>
    public required string Territory { get; init; }

    /// <summary>Months after the end in which it still binds, 0 to 24; 0 means during the term only.</summary>
    public required int Months { get; init; }
}

/// <summary>A promise to negotiate with the other parties before anybody else.</summary>
public sealed record FirstNegotiationCovenant
{
    /// <summary>What about ("rights to commercialize Foreground IP outside the Workstreams").</summary>
    public required string Subject { get; init; }

    /// <summary>Days for the negotiation, 10 to 365.</summary>
    public required int Days { get; init; }
}
