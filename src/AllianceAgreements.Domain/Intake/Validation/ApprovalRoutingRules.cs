using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class ApprovalStageRules : AbstractValidator<ApprovalStage>
{
    public ApprovalStageRules()
    {
        RuleFor(stage => stage.Name).Text(TextRules.Name);
        RuleFor(stage => stage.Groups).Items(1, 20, "groups");
        RuleFor(stage => stage.Groups).Distinct(group => group.Name, nameof(ApprovalGroup.Name));
        RuleForEach(stage => stage.Groups).SetValidator(new ApprovalGroupRules());
    }
}

internal sealed class ApprovalGroupRules : AbstractValidator<ApprovalGroup>
{
    public ApprovalGroupRules()
    {
        RuleFor(group => group.Name).Text(TextRules.Name);
        RuleFor(group => group.Parties).Items(1, 20, "parties");
        RuleFor(group => group.Parties).Distinct(party => party);
        RuleForEach(group => group.Parties).NamesParty();
        RuleFor(group => group.ThresholdPercent).Within(1, 100);
        RuleFor(group => group.ThresholdPercent).Finds((context, percent) => percent is null ? null
            : context.InstanceToValidate.Rule is not DecisionRuleKind.Threshold ? "does not belong here; only the rule Threshold has a percentage, so leave it out"
            : context.InstanceToValidate.ThresholdCount is not null ? "does not belong here beside thresholdCount; give one of the two"
            : null).WithState(_ => nameof(ApprovalGroup.Rule));
        RuleFor(group => group.ThresholdPercent).Finds((context, percent) =>
            context.InstanceToValidate is { Rule: DecisionRuleKind.Threshold, ThresholdCount: null } && percent is null
            ? "is missing; the rule Threshold needs what percentage of the group's parties or, as thresholdCount, how many of them, so give one"
            : null).WithState(_ => nameof(ApprovalGroup.ThresholdCount));
        RuleFor(group => group.ThresholdCount).Finds(CountProblem).WithState(_ => nameof(ApprovalGroup.Rule));
        RuleFor(group => group.LeadParty).NamesParty();
        RuleFor(group => group.LeadParty).GivenExactlyWhen(
            group => group.Rule is DecisionRuleKind.LeadOrganisation,
            decidedBy: nameof(ApprovalGroup.Rule),
            whenMissing: "the rule LeadOrganisation needs the party that decides, so give its short name",
            whenGiven: "only the rule LeadOrganisation names a party");
        RuleFor(group => group.LeadParty).Finds((context, lead) =>
            lead is null || context.InstanceToValidate.Parties?.All(party => party is not null && !Names(party, lead)) != true ? null
            : $"is {Quoted.Value(lead)}, which is not among the group's parties; name one of them, or add it").WithState(_ => nameof(ApprovalGroup.Parties));
    }

    private static bool Names(string party, string other) => string.Equals(party, other, StringComparison.OrdinalIgnoreCase);

    private static string? CountProblem(ValidationContext<ApprovalGroup> context, int? count)
    {
        var group = context.InstanceToValidate;
        return (group.Rule, count) switch
        {
            (_, null) => null,
            (not DecisionRuleKind.Threshold, _) => "does not belong here; only the rule Threshold has a number of parties, so leave it out",
            (_, { } given) when group.Parties is { } parties && (given < 1 || given > parties.Count) =>
                $"is {given}; the group has {parties.Count}, so give a whole number from 1 to {parties.Count}",
            _ => null,
        };
    }
}

/// <summary>What all stages must do together.</summary>
internal static class ApprovalRoutingRules
{
    /// <summary>Nobody is bound by an agreement without having been asked.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<ApprovalStage>> AskEveryParty<T>(this IRuleBuilder<T, IReadOnlyList<ApprovalStage>> rule) =>
        rule.Finds((context, stages) =>
        {
            var facts = RequestFacts.From(context);
            var groups = (stages ?? []).SelectMany(stage => stage?.Groups ?? [null!]).ToList();
            if (groups.Count == 0 || facts.PartyNames is not { } parties
                || groups.Exists(group => group?.Parties?.All(party => party is not null && facts.MayName(party)) != true))
            {
                return null;
            }

            var asked = groups.SelectMany(group => group.Parties).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var left = parties.Where(party => !asked.Contains(party)).Select(Quoted.Value).ToList();
            return left.Count == 0 ? null : $"never asks {string.Join(", ", left)}; every party must be in a group, so add it to one";
        });
}
