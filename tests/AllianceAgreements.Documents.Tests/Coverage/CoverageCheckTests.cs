using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Intake;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Coverage;

/// <summary>The check of coverage can fail: a map that names another clause is found out, whatever the form and the category.</summary>
public sealed class CoverageCheckTests
{
    /// <summary>Of some 240 clauses. What lawyers say of the end of an alliance stands in more places than anything else.</summary>
    private const int MostThatFit = 16;

    public static TheoryData<AllianceForm> Forms => [.. FormDrafts.Forms];

    /// <summary>Words that fitted any clause would let the map name any.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void Words_OfEachCategory_FitFewClausesBesidesThoseNamed(AllianceForm form)
    {
        var (coverage, clauses) = Read(form);

        Assert.All(coverage, line => Assert.InRange(
            clauses.Keys.Except(line.Clauses.Select(Heading)).Count(clause => CategoryWords.AreIn(clauses[clause], line.Category.Name)), 0, MostThatFit));
    }

    /// <summary>The clauses of one category would be refused for most of the others.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void Words_OfACategory_StandInTheClausesOfFewOthers(AllianceForm form)
    {
        var (coverage, clauses) = Read(form);
        var addressed = coverage.Where(line => line.Status == CoverageStatus.Addressed).ToList();

        Assert.True(addressed.Count >= 25, $"{addressed.Count} categories");
        Assert.All(addressed, line => Assert.InRange(
            addressed.Count(other => other != line && other.Clauses.Any(clause => CategoryWords.AreIn(clauses[Heading(clause)], line.Category.Name))),
            0,
            addressed.Count / 3));
    }

    /// <summary>A draft that lost the clauses named for a category is not said to address it by them.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_DraftWithoutTheClausesNamed_DoesNotNameThem(AllianceForm form)
    {
        var draft = CoverageCheck.Outline.Read(SampleOf(form));

        Assert.All(CoverageMap.Read(form, draft), line =>
        {
            var without = CoverageMap.Read(form, [.. draft.Except(line.Clauses)]).Single(other => other.Category == line.Category);
            Assert.Empty(without.Clauses.Intersect(line.Clauses));
            Assert.NotEqual((line.Status, line.Clauses.Count), (without.Status, without.Clauses.Count));
        });
    }

    private static (IReadOnlyList<CategoryCoverage> Coverage, Dictionary<(string Article, string Title), string> Clauses) Read(AllianceForm form)
    {
        var draft = SampleOf(form);
        return (CoverageCheck.Read(form, draft), DraftClauses.Of(DraftText.Read(draft)));
    }

    private static byte[] SampleOf(AllianceForm form) => FormDrafts.Of(FormRequests.Names.First(name => FormRequests.Terms(name).Request.Form == form));

    private static (string Article, string Title) Heading(DocumentClause clause) => (clause.Article, clause.Title);
}
