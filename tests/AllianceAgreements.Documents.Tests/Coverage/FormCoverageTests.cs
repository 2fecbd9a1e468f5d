using System.Text.Json;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Coverage;

public sealed class FormCoverageTests
{
    private const AllianceForm NonEquity = AllianceForm.NonEquityAlliance;
    private const AllianceForm Equity = AllianceForm.EquityAlliance;
    private const AllianceForm Venture = AllianceForm.JointVenture;
    private const AllianceForm Consortium = AllianceForm.CoDevelopmentConsortium;
    private const AllianceForm Supply = AllianceForm.SupplyChainPartnership;

    public static TheoryData<string> Requests => [.. FormRequests.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Read_DraftOfAnyForm_SaysOfEveryCategoryWhatTheDraftBearsOut(string request) =>
        CoverageCheck.AssertTrue(FormRequests.Terms(request).Request.Form, FormDrafts.Of(request));

    [Fact]
    public void Read_DraftOfAnyValidRequest_SaysOfEveryCategoryWhatTheDraftBearsOut() =>
        RequestGen.Any.Sample(
            request => CoverageCheck.AssertTrue(
                request.Form, FormDrafts.Draft(SampleRequests.Accept(JsonSerializer.SerializeToUtf8Bytes(request, RequestJson.Options)))),
            iter: 25,
            threads: 1);

    [Theory]
    [InlineData(Venture, "every covenant", "Non-Compete", "Non-competition")]
    [InlineData(Venture, "no covenant", "Non-Compete", null)]
    [InlineData(NonEquity, "every covenant", "Exclusivity", "Exclusive collaboration")]
    [InlineData(NonEquity, "no covenant", "No-Solicit of Employees", null)]
    [InlineData(Venture, "no covenant", "Rofr/Rofo/Rofn", "Right of first offer")]
    [InlineData(NonEquity, "no covenant", "Rofr/Rofo/Rofn", null)]
    [InlineData(Equity, "no rights of investors", "Audit Rights", "Audit")]
    [InlineData(Supply, "plain supply", "Most Favored Nation", null)]
    [InlineData(Supply, "exclusive supply, one of everything", "Exclusivity", "Exclusive supply")]
    [InlineData(Supply, "exclusive supply, one of everything", "Competitive Restriction Exception", "Exclusive supply")]
    [InlineData(Supply, "exclusive supply, one of everything", "Warranty Duration", "Warranty")]
    [InlineData(Venture, "courts", "Warranty Duration", null)]
    [InlineData(Supply, "courts", "Liquidated Damages", "Missed Fill Rate")]
    [InlineData(Consortium, "courts", "Liquidated Damages", null)]
    [InlineData(Consortium, "courts", "Termination for Convenience", "Withdrawal")]
    [InlineData(Venture, "no renewal", "Renewal Term", null)]
    [InlineData(Venture, "no renewal", "Notice Period to Terminate Renewal", null)]
    [InlineData(Venture, "renewal by agreement", "Renewal Term", "Renewal by agreement")]
    [InlineData(Venture, "renewal by agreement", "Notice Period to Terminate Renewal", null)]
    [InlineData(NonEquity, "foreground joint, derivatives of the creator", "Joint IP Ownership", "Ownership of Foreground IP")]
    [InlineData(NonEquity, "foreground by inventorship, derivatives as foreground", "IP Ownership Assignment", "Prosecution and maintenance")]
    [InlineData(NonEquity, "foreground by inventorship, derivatives as foreground", "Irrevocable or Perpetual License", null)]
    [InlineData(NonEquity, "foreground assigned, derivatives of the background owner", "Irrevocable or Perpetual License", "Ownership of Foreground IP")]
    [InlineData(NonEquity, "foreground assigned, derivatives of the background owner", "Joint IP Ownership", "Derivative Works")]
    [InlineData(Venture, "courts", "Revenue/Profit Sharing", "Distributions")]
    [InlineData(NonEquity, "courts", "Revenue/Profit Sharing", null)]
    public void Read_Variant_NamesTheClauseThatIsThereOrWhyThereIsNone(AllianceForm form, string variant, string category, string? title)
    {
        var request = FormRequests.Name(form, variant);

        var line = CoverageCheck.Read(form, FormDrafts.Of(request)).Single(line => line.Category.Name == category);

        Assert.Equal(title is null ? CoverageStatus.LeftOut : CoverageStatus.Addressed, line.Status);
        if (title is not null)
        {
            Assert.Contains(title, line.Clauses.Select(clause => clause.Title));
        }
    }

    /// <summary>A license in the table counts as exclusive by its last cell alone, whatever its other cells say.</summary>
    [Theory]
    [InlineData("NonExclusive", false)]
    [InlineData("Sole", true)]
    [InlineData("Exclusive", true)]
    public void Read_Licenses_CountAsExclusivityByTheirColumn(string exclusivity, bool expected)
    {
        var terms = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, $$"""
            $.covenants = null
            $.ipFramework.licences = [{ "licensor": "Northern Heart", "licensees": ["Duluth"], "subject": "The Exclusive registry and its Sole copy", "field": "Patient care", "territory": "Minnesota", "exclusivity": "{{exclusivity}}" }]
            """.Replace("Northern Heart", Lead.ShortName, StringComparison.Ordinal).Replace("Duluth", Partner.ShortName, StringComparison.Ordinal)));

        var coverage = CoverageCheck.Read(Venture, FormDrafts.Draft(terms));

        Assert.Equal(expected, Titles("Exclusivity").Contains("Licenses"));
        Assert.Equal(expected, Titles("Competitive Restriction Exception").Contains("Terms of the Licenses"));

        IEnumerable<string> Titles(string category) => coverage.Single(line => line.Category.Name == category).Clauses.Select(clause => clause.Title);
    }

    /// <summary>A line of the map that no draft bears out is a heading that has changed, or a clause that is gone.</summary>
    [Fact]
    public void Map_EveryLine_HoldsForSomeDraft()
    {
        var seen = FormRequests.Names
            .SelectMany(request => CoverageCheck.Read(FormRequests.Terms(request).Request.Form, FormDrafts.Of(request)))
            .SelectMany(line => line.Clauses.Select(clause => $"{line.Category.Name}: {clause.Article} / {clause.Title} {line.Reason}".TrimEnd()))
            .ToHashSet(StringComparer.Ordinal);

        var lines = CoverageMap.Entries.SelectMany(entry => entry.Clauses.Select(clause => $"{entry.Category}: {clause.Article} / {clause.Clause}".TrimEnd())
            .Concat(entry.LeftOut.Select(omission => $"{entry.Category}: {omission.Where.Article} / {omission.Where.Clause} {omission.Reason}")));

        Assert.Equal([], lines.Where(line => !seen.Contains(line)));
    }

    private static Party Lead => SampleRequests.Terms(SampleRequests.NorthernHeart).Request.Parties.Single(party => party.Role == PartyRole.Lead);

    private static Party Partner => SampleRequests.Terms(SampleRequests.NorthernHeart).Request.Parties.First(party => party.Role == PartyRole.Partner);
}
