using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

/// <summary>Which sections go with which form.</summary>
public sealed class FormSectionRulesTests
{
    [Theory]
    [InlineData(SampleRequests.GreatBasin, "equity", "is missing; the form EquityAlliance needs equity terms")]
    [InlineData(SampleRequests.ChesapeakeSepsis, "consortium", "is missing; the form CoDevelopmentConsortium needs consortium terms")]
    [InlineData(SampleRequests.GulfCoast, "supply", "is missing; the form SupplyChainPartnership needs supply terms")]
    public void Read_SectionOfTheFormLeftOut_SaysThatItIsMissing(string sample, string section, string fragment) =>
        Faults.AssertOnly($"$.{section}", fragment, Faults.Of(SampleRequests.Edited(sample, $"$.{section} -")));

    [Theory]
    [InlineData(SampleRequests.GreatBasin, "equity", "only the form EquityAlliance has equity terms, so leave it out")]
    [InlineData(SampleRequests.ChesapeakeSepsis, "consortium", "only the form CoDevelopmentConsortium has consortium terms, so leave it out")]
    [InlineData(SampleRequests.GulfCoast, "supply", "only the form SupplyChainPartnership has supply terms, so leave it out")]
    public void Read_SectionOfAnotherForm_SaysThatItDoesNotBelong(string sample, string section, string fragment) =>
        Faults.AssertOnly($"$.{section}", fragment, Faults.Of(SampleRequests.Edited(sample, "$.form = \"NonEquityAlliance\"")));

    [Theory]
    [InlineData("NonEquityAlliance")]
    [InlineData("JointVenture")]
    public void Read_FormWithoutASectionOfItsOwn_NeedsNone(string form) =>
        Assert.Empty(Faults.After($"$.form = \"{form}\""));

    /// <summary>Which form it is cannot be told, so nothing is said about what it needs.</summary>
    [Fact]
    public void Read_FormUnreadable_IsReportedAlone() =>
        Faults.AssertOnly("$.form", "one of NonEquityAlliance", Faults.Of(SampleRequests.Edited(SampleRequests.GulfCoast, "$.form = \"Supply\"")));

    /// <summary>Requests of before there were sections are stored, and their bytes are hashed: they must never change.</summary>
    [Theory]
    [InlineData(SampleRequests.NorthernHeart, "d253a258887f52571fa6dc88bc9de044bad7364923d26f4a8649d4d788427188")]
    [InlineData(SampleRequests.NorthAtlanticOncology, "ef708f53c5e539e5fd5ef474fb365d559c37c4d5631ef466e363708b46f3e589")]
    public void ToUtf8Json_RequestWithoutSections_GivesTheBytesItAlwaysGave(string sample, string sha256)
    {
        var stored = SampleRequests.Accept(SampleRequests.Edited(sample, """
            $.company = null
            $.insurance = null
            """)).ToUtf8Json();

        Assert.Equal(sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stored)));
    }

    [Fact]
    public void Read_SectionsNameParties_SpellsThemAsThePartiesDo()
    {
        var equity = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.GreatBasin, """
            $.equity.issuer = "LUMEN"
            $.equity.investments[0].investor = "sierra crest"
            """)).Request.Equity!;
        var consortium = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.ChesapeakeSepsis, """
            $.consortium.coordinator = "CHESAPEAKE"
            $.consortium.accession.rule = "LeadOrganisation"
            $.consortium.accession.thresholdPercent -
            $.consortium.accession.leadParty = "patapsco"
            """)).Request.Consortium!;
        var supply = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.GulfCoast, """
            $.supply.suppliers[0] = "bayou"
            $.supply.buyers[1] = "MAGNOLIA"
            $.supply.products[0].supplier = "BAYOU"
            """)).Request.Supply!;
        var company = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, CompanyRulesTests.Company + """
            $.company.board[0].party = "SAINT BRIGID"
            """)).Request.Company!;

        Assert.Equal(["Lumen", "Sierra Crest"], [equity.Issuer, equity.Investments[0].Investor]);
        Assert.Equal(["Chesapeake", "Patapsco"], [consortium.Coordinator, consortium.Accession.LeadParty]);
        Assert.Equal(["Bayou", "Magnolia", "Bayou"], [supply.Suppliers[0], supply.Buyers[1], supply.Products[0].Supplier]);
        Assert.Equal("Saint Brigid", company.Board[0].Party);
    }

    [Fact]
    public void ToUtf8Json_AbsentSections_AreLeftOut()
    {
        var stored = System.Text.Encoding.UTF8.GetString(SampleRequests.Terms(SampleRequests.GulfCoast).ToUtf8Json());

        Assert.DoesNotContain("\"equity\"", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("\"covenants\"", stored, StringComparison.Ordinal);
        Assert.Contains("\"supply\":{", stored, StringComparison.Ordinal);
    }
}
