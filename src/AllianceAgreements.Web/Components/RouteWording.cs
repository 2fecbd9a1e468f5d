using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Web.Components;

/// <summary>What the pages say of how a draft is approved.</summary>
internal static class RouteWording
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Approved => "approved",
        Verdict.ChangesRequested => "changes requested",
        Verdict.Declined => "declined",
        _ => "open",
    };

    /// <summary>Whose approval it takes, in figures.</summary>
    public static string RuleOf(GroupStanding standing)
    {
        var (group, parties) = (standing.Group, standing.Group.Parties.Count);
        return group.Rule switch
        {
            DecisionRuleKind.Unanimous when parties == 1 => "Must approve.",
            DecisionRuleKind.Unanimous => $"All {parties} must approve.",
            DecisionRuleKind.Majority => $"A majority: {standing.Needed} of {parties}.",
            DecisionRuleKind.Threshold when group.ThresholdPercent is { } percent => $"At least {percent} %: {standing.Needed} of {parties}.",
            DecisionRuleKind.Threshold => $"At least {standing.Needed} of {parties}.",
            _ when parties == 1 => $"{group.LeadParty} decides.",
            _ => $"{group.LeadParty} decides; the others are heard.",
        };
    }

    /// <summary>What follows if an approver decides so.</summary>
    public static string MeaningOf(ApprovalRound round, ApproverState approver, ApprovalChoice choice) => (choice, round.After(approver, choice)) switch
    {
        (ApprovalChoice.Approve, _) => "The draft can be signed as it is.",
        (ApprovalChoice.RequestChanges, Verdict.ChangesRequested) => "Legal revises it, and everybody decides again.",
        (ApprovalChoice.RequestChanges, _) => "Legal is told what should change. The draft is revised if it is not approved as it is by those it takes.",
        (_, Verdict.Declined) => "The agreement ends here.",
        _ => $"{approver.Person.Party} does not approve. The agreement ends if those who decline are as many as its approval cannot do without.",
    };
}
