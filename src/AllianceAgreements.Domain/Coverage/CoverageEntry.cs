using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Coverage;

/// <summary>A line of <c>coverage-map.json</c>: which clauses address a category, and why a draft may do without.</summary>
internal sealed record CoverageEntry
{
    /// <summary>The name of the category.</summary>
    public required string Category { get; init; }

    /// <summary>The clauses that address it, whichever of them a draft has.</summary>
    public required IReadOnlyList<ClauseReference> Clauses { get; init; }

    /// <summary>The reasons to leave it out; the first that fits a draft is given.</summary>
    public required IReadOnlyList<Omission> LeftOut { get; init; }

    /// <summary>What a draft has of it.</summary>
    public CategoryCoverage Read(ReviewCategory category, AllianceForm form, IReadOnlyList<DocumentClause> draft)
    {
        var clauses = Clauses.Select(clause => clause.FindIn(draft)).OfType<DocumentClause>().Distinct().ToList();
        if (clauses.Count > 0)
        {
            return new CategoryCoverage(category, CoverageStatus.Addressed, clauses, null);
        }

        foreach (var omission in LeftOut.Where(omission => omission.Forms.Count == 0 || omission.Forms.Contains(form)))
        {
            if (omission.Where.FindIn(draft) is { } clause)
            {
                return new CategoryCoverage(category, CoverageStatus.LeftOut, [clause], omission.Reason);
            }
        }

        return new CategoryCoverage(category, CoverageStatus.Unknown, [], null);
    }
}

/// <summary>A reason to leave a category out.</summary>
internal sealed record Omission
{
    /// <summary>The forms for which it holds; empty for all.</summary>
    public IReadOnlyList<AllianceForm> Forms { get; init; } = [];

    /// <summary>The clause that bears it out; without it in the draft, the reason is not given.</summary>
    public required ClauseReference Where { get; init; }

    /// <summary>The reason, in sentences for the lawyer who reviews the draft.</summary>
    public required string Reason { get; init; }
}
