using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Approvals;

public sealed class ApprovalRouteTests
{
    [Fact]
    public void Of_NoStages_AsksAllPartiesByEveryRuleOfTheDecisionMatrix()
    {
        var request = SampleRequests.Terms(SampleRequests.NorthernHeart).Request with
        {
            DecisionMatrix =
            [
                Decision("Budget", DecisionRuleKind.Unanimous),
                Decision("Publications", DecisionRuleKind.Majority),
                Decision("Hiring", DecisionRuleKind.LeadOrganisation, lead: "Meridian"),
                Decision("Suppliers", DecisionRuleKind.Threshold, percent: 60),
                Decision("Branding", DecisionRuleKind.Majority),
                Decision("Sites", DecisionRuleKind.Threshold, percent: 75),
            ],
        };

        var route = ApprovalRoute.Of(request);

        var stage = Assert.Single(route.Stages);
        Assert.Equal(PartyVote.EveryApprover, route.PartyVote);
        Assert.Equal(
            [
                ("Budget", DecisionRuleKind.Unanimous, null, null), ("Publications, Branding", DecisionRuleKind.Majority, null, null),
                ("Hiring", DecisionRuleKind.LeadOrganisation, null, "Meridian"), ("Suppliers", DecisionRuleKind.Threshold, 60, null),
                ("Sites", DecisionRuleKind.Threshold, 75, (string?)null),
            ],
            stage.Groups.Select(group => (group.Name, group.Rule, (int?)group.ThresholdPercent, group.LeadParty)));
        Assert.All(stage.Groups, group => Assert.Equal(request.Parties.Select(party => party.ShortName), group.Parties));
    }

    [Fact]
    public void Of_Stages_IsTheStages()
    {
        var request = SampleRequests.Terms(SampleRequests.NorthernHeart).Request;
        ApprovalStage[] stages =
        [
            new() { Name = "All", Groups = [new() { Name = "All", Parties = [.. request.Parties.Select(party => party.ShortName)], Rule = DecisionRuleKind.Majority }] },
        ];

        var route = ApprovalRoute.Of(request with { ApprovalPolicy = request.ApprovalPolicy with { Stages = stages, PartyVote = PartyVote.AnyApprover } });

        Assert.Same(stages, route.Stages);
        Assert.Equal(PartyVote.AnyApprover, route.PartyVote);
    }

    [Theory]
    [InlineData(DecisionRuleKind.Unanimous, null, null, 3, 3)]
    [InlineData(DecisionRuleKind.Majority, null, null, 2, 2)]
    [InlineData(DecisionRuleKind.Majority, null, null, 3, 2)]
    [InlineData(DecisionRuleKind.Majority, null, null, 4, 3)]
    [InlineData(DecisionRuleKind.Threshold, 50, null, 4, 2)]
    [InlineData(DecisionRuleKind.Threshold, 51, null, 4, 3)]
    [InlineData(DecisionRuleKind.Threshold, 66, null, 3, 2)]
    [InlineData(DecisionRuleKind.Threshold, 67, null, 3, 3)]
    [InlineData(DecisionRuleKind.Threshold, 1, null, 20, 1)]
    [InlineData(DecisionRuleKind.Threshold, 100, null, 20, 20)]
    [InlineData(DecisionRuleKind.Threshold, null, 2, 5, 2)]
    [InlineData(DecisionRuleKind.LeadOrganisation, null, null, 5, 1)]
    public void Needed_Rule_IsTheFewestPartiesThatMeetIt(DecisionRuleKind rule, int? percent, int? count, int parties, int needed)
    {
        var group = new ApprovalGroup
        {
            Name = "Group",
            Parties = [.. Enumerable.Range(1, parties).Select(number => $"P{number}")],
            Rule = rule,
            ThresholdPercent = percent,
            ThresholdCount = count,
            LeadParty = rule == DecisionRuleKind.LeadOrganisation ? "P2" : null,
        };

        Assert.Equal(needed, new GroupStanding(group, []).Needed);
    }

    private static DecisionRule Decision(string category, DecisionRuleKind rule, int? percent = null, string? lead = null) =>
        new() { Category = category, Rule = rule, ThresholdPercent = percent, LeadParty = lead };
}
