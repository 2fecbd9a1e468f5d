using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class ResourceRulesTests
{
    [Theory]
    [InlineData("$.resourceLedger = []", "$.resourceLedger", "lists 0; give from 1 to 500 contributions")]
    [InlineData("$.resourceLedger[0].party = \"Lakeview\"", "$.resourceLedger[0].party", "is \"Lakeview\", which is no party's short name")]
    [InlineData("$.resourceLedger[0].description = \"\"", "$.resourceLedger[0].description", "is blank")]
    [InlineData("$.resourceLedger[0].value.amount = -0.01", "$.resourceLedger[0].value.amount", "is -0.01; give an amount from 0 to 1000000000000")]
    [InlineData("$.resourceLedger[0].value.amount = 1000000000001", "$.resourceLedger[0].value.amount", "give an amount from 0 to 1000000000000")]
    [InlineData("$.resourceLedger[0].value.amount = 1.005", "$.resourceLedger[0].value.amount", "is 1.005, which has 3 decimals; USD has 2")]
    [InlineData("$.resourceLedger[0].value.amount = 1.000", "$.resourceLedger[0].value.amount", "has 3 decimals; USD has 2")]
    [InlineData("$.resourceLedger[0].value = {\"amount\":1.5,\"currency\":\"JPY\"}", "$.resourceLedger[0].value.amount", "JPY has 0")]
    [InlineData("$.resourceLedger[0].value = {\"amount\":1.0005,\"currency\":\"KWD\"}", "$.resourceLedger[0].value.amount", "KWD has 3")]
    [InlineData("$.resourceLedger[0].value.currency = \"usd\"", "$.resourceLedger[0].value.currency", "is \"usd\", which is no currency; give an ISO 4217 code")]
    [InlineData("$.resourceLedger[0].value.currency = \"DEM\"", "$.resourceLedger[0].value.currency", "which is no currency")]
    [InlineData("$.resourceLedger[0].value.currency = \"XAU\"", "$.resourceLedger[0].value.currency", "which is no currency")]
    [InlineData("$.resourceLedger[0].from = \"1999-12-31\"", "$.resourceLedger[0].from", "give a day from 2000-01-01")]
    [InlineData("$.resourceLedger[0].to = \"2026-12-31\"", "$.resourceLedger[0].to", "is 2026-12-31, before from; give 2027-01-01 or a later day")]
    [InlineData("$.resourceLedger[0].to = \"2200-01-01\"", "$.resourceLedger[0].to", "to 2199-12-31")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.resourceLedger[0].value.amount = 0")]
    [InlineData("$.resourceLedger[0].value.amount = 1000000000000")]
    [InlineData("$.resourceLedger[0].value.amount = 0.01")]
    [InlineData("$.resourceLedger[0].to = \"2027-01-01\"")]
    [InlineData("$.resourceLedger[0].value = {\"amount\":1.005,\"currency\":\"BHD\"}")]
    [InlineData("$.resourceLedger[0].value = {\"amount\":5,\"currency\":\"JPY\"}")]
    [InlineData("$.resourceLedger[0].party = \"mERIDIAN\"")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
