using System.Xml.Linq;
using AllianceAgreements.Documents.Outline;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Intake;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Coverage;

/// <summary>Holds what is said of a draft's coverage against the draft.</summary>
internal static class CoverageCheck
{
    /// <summary>What reads the clauses of a draft, as the product does.</summary>
    public static PreviewOutline Outline { get; } = new(new WordPreview());

    public static IReadOnlyList<CategoryCoverage> Read(AllianceForm form, byte[] draft) => CoverageMap.Read(form, Outline.Read(draft));

    public static void AssertTrue(AllianceForm form, byte[] draft)
    {
        var coverage = Read(form, draft);
        var clauses = DraftClauses.Of(DraftText.Read(draft));
        var places = XElement.Parse($"<body>{new WordPreview().ToHtml(draft)}</body>").Elements()
            .Where(block => block.Attribute("id") is not null).ToDictionary(block => block.Attribute("id")!.Value);

        Assert.Equal(CoverageMap.Categories, coverage.Select(line => line.Category));
        Assert.Equal([], coverage.SelectMany(line => FaultsOf(line).Select(fault => $"{form}, {line.Category.Name}: {fault}")));

        IEnumerable<string> FaultsOf(CategoryCoverage line)
        {
            if (line.Status == CoverageStatus.Unknown || line.Clauses.Count == 0 || (line.Status == CoverageStatus.LeftOut) != (line.Reason is not null))
            {
                yield return $"is {line.Status}, with {line.Clauses.Count} clauses and the reason '{line.Reason}'";
            }

            foreach (var clause in line.Clauses)
            {
                if (!clauses.TryGetValue((clause.Article, clause.Title), out var text))
                {
                    yield return $"there is no {clause.Article} / {clause.Title}";
                }
                else if (line.Status == CoverageStatus.Addressed && !CategoryWords.AreIn(text, line.Category.Name))
                {
                    yield return $"{clause.Article} / {clause.Title} does not speak of it: {text}";
                }

                if (!places.TryGetValue(clause.Anchor, out var place) || !Plain(place.Value).StartsWith(clause.Number, StringComparison.Ordinal))
                {
                    yield return $"{clause.Anchor} does not lead to {clause.Number}";
                }
            }
        }
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
