namespace AllianceAgreements.Domain.Coverage;

/// <summary>What a draft has of a category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Status">Whether the draft addresses it.</param>
/// <param name="Clauses">The clauses that address it; where it is left out, the clause that bears the reason out; never empty unless it is unknown.</param>
/// <param name="Reason">Why it is left out; null unless it is.</param>
public sealed record CategoryCoverage(ReviewCategory Category, CoverageStatus Status, IReadOnlyList<DocumentClause> Clauses, string? Reason);

/// <summary>Whether a draft addresses a category.</summary>
public enum CoverageStatus
{
    /// <summary>Clauses of the draft address it.</summary>
    Addressed,

    /// <summary>It is left out, for a reason.</summary>
    LeftOut,

    /// <summary>The draft has none of the clauses that are known to address it, and none that says why: somebody has to read it.</summary>
    Unknown,
}
