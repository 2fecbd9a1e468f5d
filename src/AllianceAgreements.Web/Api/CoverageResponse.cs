using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Components;

namespace AllianceAgreements.Web.Api;

/// <summary>What a draft of an agreement has of the categories that contract reviewers look for.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Revision">The revision whose draft it is.</param>
/// <param name="DraftSha256">SHA-256 of the draft, lowercase hexadecimal.</param>
/// <param name="Categories">Every category, in the order in which they were published.</param>
internal sealed record CoverageResponse(AgreementId Agreement, int Revision, string DraftSha256, IReadOnlyList<CoverageItem> Categories)
{
    public static CoverageResponse Of(RevisionCoverage coverage) => new(
        coverage.Agreement, coverage.Revision, coverage.Draft.Sha256,
        [
            .. coverage.Categories.Select(line => new CoverageItem(
                line.Category.Name, line.Category.Description, line.Status,
                [.. line.Clauses.Select(clause => new CoverageClause(clause.Article, clause.Title, clause.Number, coverage.ToClause(clause)))],
                line.Reason)),
        ]);
}

/// <summary>A category.</summary>
/// <param name="Category">Its name.</param>
/// <param name="Description">What it asks of a contract.</param>
/// <param name="Status">Whether the draft addresses it.</param>
/// <param name="Clauses">The clauses that address it or, where it is left out, the clause that bears the reason out.</param>
/// <param name="Reason">Why it is left out; null unless it is.</param>
internal sealed record CoverageItem(
    string Category, string Description, CoverageStatus Status, IReadOnlyList<CoverageClause> Clauses, string? Reason);

/// <summary>A clause of the draft.</summary>
/// <param name="Article">The heading of its article, schedule or part.</param>
/// <param name="Clause">Its own heading; empty for what stands directly under that of the article.</param>
/// <param name="Number">Its number in this draft; empty when it has none.</param>
/// <param name="Href">Where a page shows it.</param>
internal sealed record CoverageClause(string Article, string Clause, string Number, string Href);
