using System.Text.Json;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class ApprovalRoutingRulesTests
{
    private const string Policy = "$.approvalPolicy";
    private const string Group = $"{Policy}.stages[0].groups[0]";

    [Theory]
    [InlineData($"{Policy}.partyVote = \"Nobody\"", $"{Policy}.partyVote", "AnyApprover")]
    [InlineData($"{Policy}.stages[0].name = \"\"", $"{Policy}.stages[0].name", "is blank")]
    [InlineData($"{Policy}.stages[1].name = \"CLINICAL REVIEW\"", $"{Policy}.stages[1].name", "stands here already")]
    [InlineData($"{Policy}.stages[0].groups = []", $"{Policy}.stages[0].groups", "give from 1 to 20 groups")]
    [InlineData($"{Policy}.stages[1].groups[1].name = \"hospitals\"", $"{Policy}.stages[1].groups[1].name", "stands here already")]
    [InlineData($"{Group}.parties = []", $"{Group}.parties", "give from 1 to 20 parties")]
    [InlineData($"{Group}.parties = [\"Meridian\", \"meridian\"]", $"{Group}.parties[1]", "stands here already")]
    [InlineData($"{Group}.parties = [\"Nobody\"]", $"{Group}.parties[0]", "no party's short name")]
    [InlineData($"{Group}.thresholdPercent = 50", $"{Group}.thresholdPercent", "only the rule Threshold has a percentage")]
    [InlineData($"{Group}.thresholdCount = 1", $"{Group}.thresholdCount", "only the rule Threshold has a number of parties")]
    [InlineData($"{Group}.rule = \"Threshold\"", $"{Group}.thresholdPercent", "is missing; the rule Threshold needs")]
    [InlineData($"{Group}.rule = \"Threshold\"\n{Group}.thresholdCount = 2", $"{Group}.thresholdCount", "from 1 to 1")]
    [InlineData($"{Group}.rule = \"Threshold\"\n{Group}.thresholdCount = 0", $"{Group}.thresholdCount", "from 1 to 1")]
    [InlineData($"{Group}.rule = \"Threshold\"\n{Group}.thresholdPercent = 101", $"{Group}.thresholdPercent", "from 1 to 100")]
    [InlineData($"{Group}.rule = \"Threshold\"\n{Group}.thresholdPercent = 50\n{Group}.thresholdCount = 1", $"{Group}.thresholdPercent", "give one of the two")]
    [InlineData($"{Group}.rule = \"LeadOrganisation\"", $"{Group}.leadParty", "is missing; the rule LeadOrganisation needs")]
    [InlineData($"{Group}.rule = \"LeadOrganisation\"\n{Group}.leadParty = \"Keweenaw\"", $"{Group}.leadParty", "not among the group's parties")]
    [InlineData($"{Group}.leadParty = \"Meridian\"", $"{Group}.leadParty", "only the rule LeadOrganisation names a party")]
    [InlineData($"{Policy}.stages[1].groups[0].parties = [\"Saint Brigid\", \"Boreal Valley\"]", $"{Policy}.stages", "never asks \"Keweenaw\"; every party must be in a group")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.Of(Edited(edits)));

    [Theory]
    [InlineData($"{Policy}.stages -")]
    [InlineData($"{Policy}.stages = []")]
    [InlineData($"{Policy}.partyVote = \"AnyApprover\"")]
    [InlineData($"{Group}.rule = \"Threshold\"\n{Group}.thresholdCount = 1")]
    [InlineData($"{Group}.rule = \"Threshold\"\n{Group}.thresholdPercent = 100")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.Of(Edited(edits)));

    [Fact]
    public void Read_PartiesInOtherCase_AreSpelledAsTheySpellThemselves()
    {
        var terms = SampleRequests.Accept(Edited($"{Group}.parties = [\"MERIDIAN\"]\n{Group}.rule = \"LeadOrganisation\"\n{Group}.leadParty = \"meridian\""));

        var group = terms.Request.ApprovalPolicy.Stages![0].Groups[0];
        Assert.Equal(["Meridian"], group.Parties);
        Assert.Equal("Meridian", group.LeadParty);
    }

    private static byte[] Edited(string edits)
    {
        var stages = JsonSerializer.Serialize(
            (ApprovalStage[])
            [
                new()
                {
                    Name = "Clinical review",
                    Groups = [new() { Name = "Reviewer", Parties = ["Meridian"], Rule = DecisionRuleKind.Unanimous }],
                },
                new()
                {
                    Name = "Boards",
                    Groups =
                    [
                        new() { Name = "Hospitals", Parties = ["Saint Brigid", "Boreal Valley", "Keweenaw"], Rule = DecisionRuleKind.Majority },
                        new() { Name = "Others", Parties = ["Twin Ports Heart", "Meridian"], Rule = DecisionRuleKind.Unanimous },
                    ],
                },
            ],
            RequestJson.Options);
        return SampleRequests.Edited(SampleRequests.NorthernHeart, $"{Policy}.stages = {stages}\n{edits}");
    }
}
