using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class EquityRulesTests
{
    [Theory]
    [InlineData("$.equity.issuer = \"Nobody\"", "$.equity.issuer", "no party's short name")]
    [InlineData("$.equity.investments = []", "$.equity.investments", "lists 0; give from 1 to 19 investments")]
    [InlineData("$.equity.investments[1].investor = \"SIERRA CREST\"", "$.equity.investments[1].investor", "stands here already")]
    [InlineData("$.equity.investments[0].investor = \"Nobody\"", "$.equity.investments[0].investor", "no party's short name")]
    [InlineData("$.equity.investments[0].investor = \"LUMEN\"", "$.equity.investments[0].investor", "the issuer; another party invests")]
    [InlineData("$.equity.investments[0].shareClass = \"\"", "$.equity.investments[0].shareClass", "is blank")]
    [InlineData("$.equity.investments[0].shares = 0", "$.equity.investments[0].shares", "from 1 to 1000000000")]
    [InlineData("$.equity.investments[0].shares = 1000000001", "$.equity.investments[0].shares", "from 1 to 1000000000")]
    [InlineData("$.equity.investments[0].percent = 0", "$.equity.investments[0].percent", "over 0 and under 50 percent")]
    [InlineData("$.equity.investments[0].percent = 50", "$.equity.investments[0].percent", "is 50; a minority shareholding is over 0 and under 50 percent")]
    [InlineData("$.equity.investments[0].percent = 1.00001", "$.equity.investments[0].percent", "at most 4 decimals")]
    [InlineData("$.equity.investments[0].price.amount = -1", "$.equity.investments[0].price.amount", "give an amount from 0")]
    [InlineData("$.equity.closingDate = \"2027-02-28\"", "$.equity.closingDate", "before the effective date; give 2027-03-01 or a later day")]
    [InlineData("$.equity.closingConditions[0] = \"\"", "$.equity.closingConditions[0]", "is blank")]
    [InlineData("$.equity.dragAlongPercent = 50", "$.equity.dragAlongPercent", "from 51 to 100")]
    [InlineData("$.equity.dragAlongPercent = 101", "$.equity.dragAlongPercent", "from 51 to 100")]
    [InlineData("$.equity.lockUpMonths = -1", "$.equity.lockUpMonths", "from 0 to 120")]
    [InlineData("$.equity.lockUpMonths = 121", "$.equity.lockUpMonths", "from 0 to 120")]
    [InlineData("$.equity.standstillPercent = 0", "$.equity.standstillPercent", "is 0; give a percentage over 0 and up to 50")]
    [InlineData("$.equity.standstillPercent = 50.1", "$.equity.standstillPercent", "is 50.1; give a percentage over 0 and up to 50")]
    [InlineData("$.equity.standstillPercent = 12.00001", "$.equity.standstillPercent", "at most 4 decimals")]
    [InlineData("$.equity.standstillPercent = 7", "$.equity.standstillPercent", "is 7, and an investor subscribes for 7.5; give at least that")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, After(edits));

    [Fact]
    public void Read_InvestorsTogetherTakeTheWhole_IsReported() =>
        Faults.AssertOnly("$.equity.investments", "comes to 100.0 percent; all investors together subscribe for less than 100 percent", After("""
            $.equity.standstillPercent -
            $.parties[3] = { "legalName": "Ruby Valley Clinic", "shortName": "Ruby Valley", "entityType": "nonprofit corporation", "jurisdiction": "State of Nevada", "address": { "street": "1 Main Street", "city": "Elko", "postalCode": "89801", "country": "US" }, "role": "Partner", "signatory": { "name": "Ann Ray", "title": "President", "email": "ann.ray@rubyvalley.example" }, "approvers": [{ "name": "Lee Orr", "title": "Counsel", "email": "lee.orr@rubyvalley.example" }] }
            $.equity.investments[0].percent = 49.9
            $.equity.investments[1].percent = 49.9
            $.equity.investments[2] = { "investor": "Ruby Valley", "shareClass": "Common Stock", "percent": 0.2, "price": { "amount": 1, "currency": "USD" }, "boardRight": "None" }
            """));

    [Theory]
    [InlineData("$.equity.investments[0].shares -")]
    [InlineData("$.equity.investments[0].percent = 7.4999")]
    [InlineData("$.equity.standstillPercent = 7.5")]
    [InlineData("$.equity.standstillPercent = 50")]
    [InlineData("$.equity.standstillPercent -")]
    [InlineData("$.equity.dragAlongPercent = 51")]
    [InlineData("$.equity.dragAlongPercent -")]
    [InlineData("$.equity.lockUpMonths = 0")]
    [InlineData("$.equity.closingDate = \"2027-03-01\"")]
    [InlineData("$.equity.closingConditions = []")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(After(edits));

    private static IReadOnlyList<Domain.Intake.Fault> After(string edits) => Faults.Of(SampleRequests.Edited(SampleRequests.GreatBasin, edits));
}
