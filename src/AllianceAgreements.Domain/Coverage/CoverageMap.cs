using System.Text.Json;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Coverage;

/// <summary>
/// Says of a draft which clause addresses each category that reviewers look for, or why it is left out. What counts is what the draft says:
/// a clause is named only if the draft has it, so an agreement that was drafted from earlier templates is judged by its own text.
/// A heading that changes in the templates gets a line of its own in <c>coverage-map.json</c>, beside the one for drafts that have the old one.
/// </summary>
public static class CoverageMap
{
    /// <summary>The 41 categories, in the order in which they were published.</summary>
    public static IReadOnlyList<ReviewCategory> Categories { get; } = Load<PublishedCategories>("review-categories.json").Categories;

    /// <summary>The map, a line a category, in the same order.</summary>
    internal static IReadOnlyList<CoverageEntry> Entries { get; } = Load<CoverageEntry[]>("coverage-map.json");

    private static IEnumerable<(ReviewCategory Category, CoverageEntry Entry)> Lines =>
        Categories.Zip(Entries, (category, entry) => category.Name == entry.Category
            ? (category, entry)
            : throw new InvalidDataException($"coverage-map.json has {entry.Category} where {category.Name} is due."));

    /// <summary>What a draft has of each category, in their order.</summary>
    /// <param name="form">The form it was drafted for.</param>
    /// <param name="draft">Its clauses, in their order.</param>
    public static IReadOnlyList<CategoryCoverage> Read(AllianceForm form, IReadOnlyList<DocumentClause> draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return [.. Lines.Select(line => line.Entry.Read(line.Category, form, draft))];
    }

    private static T Load<T>(string name)
    {
        using var stream = typeof(CoverageMap).Assembly.GetManifestResourceStream(typeof(CoverageMap), name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, RequestJson.Options) ?? throw new InvalidDataException($"{name} is empty.");
    }

    private sealed record PublishedCategories
    {
        public required string Source { get; init; }

        public required string Address { get; init; }

        public required string License { get; init; }

        public required string LicenseAddress { get; init; }

        public required string Changes { get; init; }

        public required IReadOnlyList<ReviewCategory> Categories { get; init; }
    }
}
