using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class GovernanceRulesTests
{
    [Theory]
    [InlineData("$.governance = []", "$.governance", "lists 0; give from 1 to")]
    [InlineData("$.governance[1].name = \"BOARD OF MANAGERS\"", "$.governance[1].name", "stands here already")]
    [InlineData("$.governance[0].name = \"\"", "$.governance[0].name", "is blank")]
    [InlineData("$.governance[0].mandate = \"\"", "$.governance[0].mandate", "is blank")]
    [InlineData("$.governance[0].chairParty = \"Nobody\"", "$.governance[0].chairParty", "give one of \"Saint Brigid\", \"Boreal Valley\", \"Keweenaw\", \"Twin Ports Heart\", \"Meridian\"")]
    [InlineData("$.governance[0].membersPerParty = 0", "$.governance[0].membersPerParty", "is 0; give a whole number from 1 to 10")]
    [InlineData("$.governance[0].membersPerParty = 11", "$.governance[0].membersPerParty", "from 1 to 10")]
    [InlineData("$.decisionMatrix = []", "$.decisionMatrix", "lists 0; give from 1 to")]
    [InlineData("$.decisionMatrix[1].category = \"admission of a new party\"", "$.decisionMatrix[1].category", "stands here already")]
    [InlineData("$.decisionMatrix[0].category = \"\"", "$.decisionMatrix[0].category", "is blank")]
    [InlineData("$.decisionMatrix[2].thresholdPercent = 0", "$.decisionMatrix[2].thresholdPercent", "from 1 to 100")]
    [InlineData("$.decisionMatrix[2].thresholdPercent = 101", "$.decisionMatrix[2].thresholdPercent", "is 101; give a whole number from 1 to 100")]
    [InlineData("$.decisionMatrix[2].thresholdPercent -", "$.decisionMatrix[2].thresholdPercent", "is missing; the rule Threshold needs the percentage")]
    [InlineData("$.decisionMatrix[0].thresholdPercent = 50", "$.decisionMatrix[0].thresholdPercent", "does not belong here; only the rule Threshold has a percentage, so leave it out")]
    [InlineData("$.decisionMatrix[8].leadParty -", "$.decisionMatrix[8].leadParty", "is missing; the rule LeadOrganisation needs the party that decides")]
    [InlineData("$.decisionMatrix[0].leadParty = \"Saint Brigid\"", "$.decisionMatrix[0].leadParty", "only the rule LeadOrganisation names a party")]
    [InlineData("$.decisionMatrix[8].leadParty = \"Saint Bridget\"", "$.decisionMatrix[8].leadParty", "no party's short name")]
    [InlineData("$.escalationPathway = []", "$.escalationPathway", "lists 0; give from 1 to")]
    [InlineData("$.escalationPathway[0].level = \"\"", "$.escalationPathway[0].level", "is blank")]
    [InlineData("$.escalationPathway[0].days = 0", "$.escalationPathway[0].days", "from 1 to 180")]
    [InlineData("$.escalationPathway[0].days = 181", "$.escalationPathway[0].days", "from 1 to 180")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.governance[0].membersPerParty = 1")]
    [InlineData("$.governance[0].membersPerParty = 10")]
    [InlineData("$.decisionMatrix[2].thresholdPercent = 1")]
    [InlineData("$.decisionMatrix[2].thresholdPercent = 100")]
    [InlineData("$.escalationPathway[0].days = 180")]
    [InlineData("$.decisionMatrix[0].leadParty = null")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
