using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Intake;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Coverage;

public sealed class CoverageMapTests
{
    private const AllianceForm Form = AllianceForm.NonEquityAlliance;

    [Fact]
    public void Map_Published_HasALineForEachOfThe41Categories()
    {
        Assert.Equal(41, CoverageMap.Categories.Count);
        Assert.Equal(CoverageMap.Categories.Select(category => category.Name), CoverageMap.Entries.Select(entry => entry.Category));
        Assert.All(CoverageMap.Categories, category => Assert.DoesNotContain(':', category.Name));
        Assert.Equal("Is there a requirement on a party not to disparage the counterparty?", Find([], "Non-Disparagement").Category.Description);
    }

    [Fact]
    public void Map_EveryEntry_NamesAClauseOrAReason() =>
        Assert.All(CoverageMap.Entries, entry => Assert.True(entry.Clauses.Count + entry.LeftOut.Count > 0, entry.Category));

    [Fact]
    public void Map_EveryReason_IsASentence() => Assert.All(
        CoverageMap.Entries.SelectMany(entry => entry.LeftOut),
        omission => Assert.Matches("^[A-Z].{60,}\\.$", omission.Reason));

    [Fact]
    public void Read_NothingOfItInTheDraft_IsUnknownAndNotGuessed()
    {
        var coverage = CoverageMap.Read(Form, [new DocumentClause("Schedule of Colors", "Blue", "1.1", "clause-1-1", "Blue. It is blue.")]);

        Assert.Equal(41, coverage.Count);
        Assert.All(coverage, line => Assert.Equal((CoverageStatus.Unknown, 0, null), (line.Status, line.Clauses.Count, line.Reason)));
    }

    [Fact]
    public void Read_SameHeadingInAnotherArticle_IsAnotherClause()
    {
        var elsewhere = new DocumentClause("Liability", "Cap", "2.1", "clause-2-1", "Cap. The cap is blue.");
        var there = elsewhere with { Article = "Limitation of Liability" };

        Assert.Equal(CoverageStatus.Unknown, Find([elsewhere], "Cap on Liability").Status);
        Assert.Equal([there], Find([elsewhere, there], "Cap on Liability").Clauses);
    }

    [Fact]
    public void Read_HeadingSharedByVariants_CountsByWhatTheClauseSays()
    {
        var alone = new DocumentClause("Intellectual Property", "Ownership of Foreground IP", "3.1", "clause-3-1", "It belongs to one Party.");
        var jointly = alone with { Text = "It belongs to them jointly." };
        var prosecution = new DocumentClause("Intellectual Property", "Prosecution and maintenance", "3.2", "clause-3-2", "The joint owners share the cost.");

        Assert.Equal((CoverageStatus.LeftOut, alone), Only(Find([alone, prosecution], "Joint IP Ownership")));
        Assert.Equal([jointly, prosecution], Find([jointly, prosecution], "Joint IP Ownership").Clauses);
    }

    [Fact]
    public void Read_ReasonOfOtherForms_IsNotGiven()
    {
        var clause = new DocumentClause("Regulatory Compliance", "No referrals", "4.1", "clause-4-1", "No referrals.");

        Assert.Equal(CoverageStatus.LeftOut, CoverageMap.Read(Form, [clause]).Single(line => line.Category.Name == "Volume Restriction").Status);
        Assert.Equal(
            CoverageStatus.Unknown,
            CoverageMap.Read(AllianceForm.SupplyChainPartnership, [clause]).Single(line => line.Category.Name == "Volume Restriction").Status);
    }

    private static CategoryCoverage Find(IReadOnlyList<DocumentClause> draft, string category) =>
        CoverageMap.Read(Form, draft).Single(line => line.Category.Name == category);

    private static (CoverageStatus Status, DocumentClause Clause) Only(CategoryCoverage line) => (line.Status, Assert.Single(line.Clauses));
}
