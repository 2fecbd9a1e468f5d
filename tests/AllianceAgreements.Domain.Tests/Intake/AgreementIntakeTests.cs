using System.Text;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake;

public sealed class AgreementIntakeTests
{
    [Fact]
    public void Read_ManyFaults_ReportsAllAtOnceInDocumentOrder()
    {
        var faults = Faults.After(
            """
            $.title = ""
            $.parties[0].legalName -
            $.parties[0].nickname = "SB"
            $.parties[1].approvers[0].email = "daniel.okafor@saintbrigid.example"
            $.parties[2].signatory.email = "nobody"
            $.objectives[0].due = "soon"
            $.objectives[1].due = "2026-01-01"
            $.decisionMatrix[2].thresholdPercent -
            $.decisionMatrix[8].leadParty = "Keweenau"
            $.resourceLedger[3].party = "Mayo"
            $.resourceLedger[3].value.currency = "DOLLARS"
            $.resourceLedger[4].value.amount = -1
            $.transitionServices[0].recipient = "Meridian"
            $.term.structuralReviewMonths = 24
            $.term.renewalMonths = "twelve"
            $.signingPolicy -
            """);

        Assert.Equal(
            [
                "$.title",
                "$.parties[0].nickname",
                "$.parties[0].legalName",
                "$.parties[1].approvers[0].email",
                "$.parties[2].signatory.email",
                "$.objectives[0].due",
                "$.objectives[1].due",
                "$.decisionMatrix[2].thresholdPercent",
                "$.decisionMatrix[8].leadParty",
                "$.resourceLedger[3].party",
                "$.resourceLedger[3].value.currency",
                "$.resourceLedger[4].value.amount",
                "$.transitionServices[0].recipient",
                "$.term.renewalMonths",
                "$.term.structuralReviewMonths",
                "$.signingPolicy",
            ],
            faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Read_SectionsInAnotherOrder_ReportsFaultsInTheOrderOfTheDocument() =>
        Assert.Equal(
            ["$.term.initialMonths", "$.title"],
            Faults.After("$.term.initialMonths = 0\n$.title -\n$.title = \"\"").Select(fault => fault.Path));

    /// <summary>One mistake is told once: what follows from a field that could not be read stays unsaid.</summary>
    [Theory]
    [InlineData("$.parties[1].shortName = 7\n$.workstreams[0].leadParty = \"Nobody\"", "$.parties[1].shortName")]
    [InlineData("$.parties = null\n$.workstreams[0].leadParty = \"Nobody\"", "$.parties")]
    [InlineData("$.parties[0].role = \"Leader\"", "$.parties[0].role")]
    [InlineData("$.parties[0].role -", "$.parties[0].role")]
    [InlineData("$.term.effectiveDate = \"tomorrow\"\n$.objectives[0].due = \"2020-01-01\"", "$.term.effectiveDate")]
    [InlineData("$.term.effectiveDate = \"2927-01-01\"", "$.term.effectiveDate")]
    [InlineData("$.term.renewal = \"Sometimes\"", "$.term.renewal")]
    [InlineData("$.term.renewal -", "$.term.renewal")]
    [InlineData("$.decisionMatrix[2].rule = \"Veto\"", "$.decisionMatrix[2].rule")]
    [InlineData("$.dataProtection.protectedHealthInformation -", "$.dataProtection.protectedHealthInformation")]
    [InlineData("$.transitionServices[0].feeBasis = null", "$.transitionServices[0].feeBasis")]
    [InlineData("$.governingLaw.forum = 1", "$.governingLaw.forum")]
    [InlineData("$.ipFramework.foregroundOwnership = \"joint\"\n$.ipFramework.foregroundOwner = \"Meridian\"", "$.ipFramework.foregroundOwnership")]
    [InlineData("$.resourceLedger[0].from = \"x\"\n$.resourceLedger[0].to = \"2001-01-01\"", "$.resourceLedger[0].from")]
    [InlineData("$.resourceLedger[0].value.currency = 1\n$.resourceLedger[0].value.amount = 1.23456", "$.resourceLedger[0].value.currency")]
    public void Read_DecidingFieldUnreadable_ReportsOnlyThatField(string edits, string path) =>
        Assert.Equal(path, Assert.Single(Faults.After(edits)).Path);

    [Fact]
    public void Read_PartOfAPartyUnreadable_StillJudgesTheRestOfIt() =>
        Assert.Equal(
            ["$.parties[1].legalName", "$.parties[1].address.country", "$.parties[1].approvers[0].email"],
            Faults.After("$.parties[1].legalName = 7\n$.parties[1].address.country = \"XX\"\n$.parties[1].approvers[0].email = \"x\"").Select(fault => fault.Path));

    [Fact]
    public void Read_ReferencesInAnotherCase_ComeOutAsThePartySpellsItself()
    {
        var sample = Encoding.UTF8.GetString(SampleRequests.Read(SampleRequests.NorthAtlanticOncology));
        var shouted = sample.Replace("\"St. Columba’s\"", "\"ST. COLUMBA’S\"", StringComparison.Ordinal)
            .Replace("\"shortName\": \"ST. COLUMBA’S\"", "\"shortName\": \"St. Columba’s\"", StringComparison.Ordinal)
            .Replace("\"Fundy Genomics\"", "\"fundy genomics\"", StringComparison.Ordinal)
            .Replace("\"shortName\": \"fundy genomics\"", "\"shortName\": \"Fundy Genomics\"", StringComparison.Ordinal);

        Assert.NotEqual(sample, shouted);
        Assert.Equal(
            SampleRequests.Terms(SampleRequests.NorthAtlanticOncology).ToUtf8Json(),
            SampleRequests.Accept(Encoding.UTF8.GetBytes(shouted)).ToUtf8Json());
    }

    [Fact]
    public void Read_BusinessAssociatesInAnotherCase_ComeOutAsThePartySpellsItself()
    {
        var edited = SampleRequests.Edited(
            SampleRequests.NorthernHeart,
            "$.dataProtection.businessAssociate.coveredEntities[1] = \"BOREAL valley\"\n$.dataProtection.businessAssociate.businessAssociates[0] = \"meridian\"");

        Assert.Equal(SampleRequests.Terms(SampleRequests.NorthernHeart).ToUtf8Json(), SampleRequests.Accept(edited).ToUtf8Json());
    }

    [Fact]
    public void Read_MoreFaultsThanAreShown_SaysSo()
    {
        var edits = "$.objectives = [" + string.Join(',', Enumerable.Repeat("{}", 200)) + "]";

        var faults = Faults.After(edits);

        Assert.Equal(501, faults.Count);
        Assert.Equal("$", faults[^1].Path);
        Assert.Contains("more faults than the 500 shown", faults[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ListFarTooLong_IsNotLookedInto()
    {
        var edits = "$.objectives = [" + string.Join(',', Enumerable.Repeat("{}", 1001)) + "]";

        Faults.AssertOnly("$.objectives", "lists 1001; no list of a request has more than 1000 items", Faults.After(edits));
    }

    [Fact]
    public void Read_LedgerOfMoreThan500Rows_IsRefused()
    {
        var row = """{"party":"Meridian","kind":"Cash","description":"x","value":{"amount":1,"currency":"USD"},"from":"2027-01-01","to":"2027-01-01"}""";

        Assert.Empty(Faults.After($"$.resourceLedger = [{string.Join(',', Enumerable.Repeat(row, 500))}]"));
        Faults.AssertOnly(
            "$.resourceLedger", "lists 501; give from 1 to 500 contributions", Faults.After($"$.resourceLedger = [{string.Join(',', Enumerable.Repeat(row, 501))}]"));
    }
}
