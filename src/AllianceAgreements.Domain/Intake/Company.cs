namespace AllianceAgreements.Domain.Intake;

/// <summary>The company of a joint venture, where the parties have already settled what it will be.</summary>
public sealed record CompanyTerms
{
    /// <summary>Its name ("Northern Heart Cardiovascular Care, LLC").</summary>
    public required string Name { get; init; }

    /// <summary>What kind of entity it is.</summary>
    public required CompanyKind Kind { get; init; }

    /// <summary>The law it is organized under ("State of Delaware"); need not be the law that governs the agreement.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>How many members of its board each party appoints; 1 to 20, each party once. A party that is not listed appoints none.</summary>
    public required IReadOnlyList<BoardSeats> Board { get; init; }

    /// <summary>What follows when a deadlock outlasts the escalation pathway.</summary>
    public required DeadlockMechanism Deadlock { get; init; }

    /// <summary>What the parties pay in together on formation, each in proportion to its interest.</summary>
    public required Money InitialCapital { get; init; }
}

/// <summary>Kinds of entity that a joint venture can be conducted through.</summary>
public enum CompanyKind
{
    /// <summary>A limited liability company with a board of managers.</summary>
    LimitedLiabilityCompany,

    /// <summary>A stock corporation with a board of directors.</summary>
    Corporation,

    /// <summary>A limited partnership whose general partner has a board.</summary>
    LimitedPartnership,
}

/// <summary>One party's part of a board.</summary>
public sealed record BoardSeats
{
    /// <summary>The party that appoints.</summary>
    public required string Party { get; init; }

    /// <summary>How many members, 1 to 10.</summary>
    public required int Seats { get; init; }
}

/// <summary>How a deadlock ends that outlasts the escalation pathway.</summary>
public enum DeadlockMechanism
{
    /// <summary>The matter is not adopted, and the structure of the alliance is reviewed.</summary>
    Escalate,

    /// <summary>A party names a price at which every other may choose to buy or to sell.</summary>
    BuySell,

    /// <summary>An independent expert decides.</summary>
    Expert,
}
