using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class TransitionServiceRulesTests
{
    [Theory]
    [InlineData("$.transitionServices[0].service = \"\"", "$.transitionServices[0].service", "is blank")]
    [InlineData("$.transitionServices[0].provider = \"Nobody\"", "$.transitionServices[0].provider", "no party's short name")]
    [InlineData("$.transitionServices[0].recipient = \"Nobody\"", "$.transitionServices[0].recipient", "no party's short name")]
    [InlineData("$.transitionServices[0].recipient = \"meridian\"", "$.transitionServices[0].recipient", "is \"meridian\", the provider; a service is done for another party")]
    [InlineData("$.transitionServices[0].months = 0", "$.transitionServices[0].months", "from 1 to 36")]
    [InlineData("$.transitionServices[0].months = 37", "$.transitionServices[0].months", "from 1 to 36")]
    [InlineData("$.transitionServices[0].monthlyFee -", "$.transitionServices[0].monthlyFee", "is missing; the fee basis FixedMonthly needs the fee a month")]
    [InlineData("$.transitionServices[0].monthlyFee.amount = -1", "$.transitionServices[0].monthlyFee.amount", "give an amount from 0")]
    [InlineData("$.transitionServices[0].monthlyFee.currency = \"BTC\"", "$.transitionServices[0].monthlyFee.currency", "which is no currency")]
    [InlineData("$.transitionServices[2].monthlyFee = {\"amount\":1,\"currency\":\"USD\"}", "$.transitionServices[2].monthlyFee", "does not belong here; only the fee basis FixedMonthly has a monthly fee")]
    [InlineData("$.transitionServices[1].markupPercent -", "$.transitionServices[1].markupPercent", "is missing; the fee basis CostPlus needs the markup")]
    [InlineData("$.transitionServices[1].markupPercent = 100.01", "$.transitionServices[1].markupPercent", "is 100.01; give a percentage from 0 to 100")]
    [InlineData("$.transitionServices[1].markupPercent = -1", "$.transitionServices[1].markupPercent", "give a percentage from 0 to 100")]
    [InlineData("$.transitionServices[1].markupPercent = 1.125", "$.transitionServices[1].markupPercent", "is 1.125; give at most 2 decimals")]
    [InlineData("$.transitionServices[3].markupPercent = 5", "$.transitionServices[3].markupPercent", "does not belong here; only the fee basis CostPlus has a markup")]
    [InlineData("$.transitionServices[0].serviceLevel = \"\"", "$.transitionServices[0].serviceLevel", "is blank")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.transitionServices = []")]
    [InlineData("$.transitionServices[0].months = 36")]
    [InlineData("$.transitionServices[1].markupPercent = 0")]
    [InlineData("$.transitionServices[1].markupPercent = 100")]
    [InlineData("$.transitionServices[1].markupPercent = 12.25")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
