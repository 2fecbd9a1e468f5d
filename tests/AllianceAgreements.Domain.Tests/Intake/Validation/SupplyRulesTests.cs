using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class SupplyRulesTests
{
    [Theory]
    [InlineData("$.supply.suppliers[1] = \"BAYOU\"\n$.supply.products[3].supplier = \"Bayou\"", "$.supply.suppliers[1]", "stands here already")]
    [InlineData("$.supply.suppliers[2] = \"Nobody\"", "$.supply.suppliers[2]", "no party's short name")]
    [InlineData("$.supply.suppliers = []", "$.supply.suppliers", "lists 0; give from 1 to 19 suppliers")]
    [InlineData("$.supply.buyers = []", "$.supply.buyers", "lists 0; give from 1 to 19 buyers")]
    [InlineData("$.supply.buyers[1] = \"pelican coast\"", "$.supply.buyers[1]", "stands here already")]
    [InlineData("$.supply.buyers[1] = \"Nobody\"", "$.supply.buyers[1]", "no party's short name")]
    [InlineData("$.supply.buyers[1] = \"CRESCENT\"", "$.supply.buyers[1]", "which is a supplier here; a party is one or the other")]
    [InlineData("$.supply.products = []", "$.supply.products", "lists 0; give from 1 to 200 products")]
    [InlineData("$.supply.products[3].name = \"KETOROLAC tromethamine injection, 30 mg/mL, 1 mL vial\"", "$.supply.products[3].name", "stands here already")]
    [InlineData("$.supply.products[0].name = \"\"", "$.supply.products[0].name", "is blank")]
    [InlineData("$.supply.products[0].supplier = \"Magnolia\"", "$.supply.products[0].supplier", "which is no supplier here; give one of \"Bayou\", \"Crescent\"")]
    [InlineData("$.supply.products[0].unit = \"\"", "$.supply.products[0].unit", "is blank")]
    [InlineData("$.supply.products[0].price.amount = 1.234", "$.supply.products[0].price.amount", "has 3 decimals")]
    [InlineData("$.supply.products[0].leadTimeDays = 0", "$.supply.products[0].leadTimeDays", "from 1 to 730")]
    [InlineData("$.supply.products[0].leadTimeDays = 731", "$.supply.products[0].leadTimeDays", "from 1 to 730")]
    [InlineData("$.supply.products[0].minimumAnnualQuantity = -1", "$.supply.products[0].minimumAnnualQuantity", "from 0 to 1000000000")]
    [InlineData("$.supply.maximumIncreasePercent = 100.5", "$.supply.maximumIncreasePercent", "from 0 to 100")]
    [InlineData("$.supply.maximumIncreasePercent = 4.555", "$.supply.maximumIncreasePercent", "at most 2 decimals")]
    [InlineData("$.supply.paymentDays = 0", "$.supply.paymentDays", "from 1 to 180")]
    [InlineData("$.supply.paymentDays = 181", "$.supply.paymentDays", "from 1 to 180")]
    [InlineData("$.supply.forecastMonths = 0", "$.supply.forecastMonths", "from 1 to 36")]
    [InlineData("$.supply.forecastMonths = 37", "$.supply.forecastMonths", "from 1 to 36")]
    [InlineData("$.supply.bindingForecastPercent = -1", "$.supply.bindingForecastPercent", "from 0 to 100")]
    [InlineData("$.supply.bindingForecastPercent = 101", "$.supply.bindingForecastPercent", "from 0 to 100")]
    [InlineData("$.supply.deliveryTerms = \"\"", "$.supply.deliveryTerms", "is blank")]
    [InlineData("$.supply.fillRatePercent = 0", "$.supply.fillRatePercent", "over 0 and up to 100")]
    [InlineData("$.supply.fillRatePercent = 100.1", "$.supply.fillRatePercent", "over 0 and up to 100")]
    [InlineData("$.supply.fillRatePercent = 97.555", "$.supply.fillRatePercent", "at most 2 decimals")]
    [InlineData("$.supply.warrantyMonths = 0", "$.supply.warrantyMonths", "from 1 to 120")]
    [InlineData("$.supply.warrantyMonths = 121", "$.supply.warrantyMonths", "from 1 to 120")]
    [InlineData("$.supply.qualityStandards[0] = \"\"", "$.supply.qualityStandards[0]", "is blank")]
    [InlineData("$.supply.recallNoticeHours = 0", "$.supply.recallNoticeHours", "from 1 to 72")]
    [InlineData("$.supply.recallNoticeHours = 73", "$.supply.recallNoticeHours", "from 1 to 72")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, After(edits));

    /// <summary>Which parties supply cannot be told, so nothing is said about those that products name.</summary>
    [Fact]
    public void Read_SupplierUnreadable_IsReportedAlone() =>
        Faults.AssertOnly("$.supply.suppliers[0]", "give text", After("$.supply.suppliers[0] = 7"));

    [Theory]
    [InlineData("$.supply.maximumIncreasePercent -")]
    [InlineData("$.supply.maximumIncreasePercent = 0")]
    [InlineData("$.supply.products[0].minimumAnnualQuantity = 0")]
    [InlineData("$.supply.bindingForecastPercent = 0")]
    [InlineData("$.supply.fillRatePercent = 100")]
    [InlineData("$.supply.qualityStandards = []")]
    [InlineData("$.supply.recallNoticeHours = 72")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(After(edits));

    private static IReadOnlyList<Domain.Intake.Fault> After(string edits) => Faults.Of(SampleRequests.Edited(SampleRequests.GulfCoast, edits));
}
