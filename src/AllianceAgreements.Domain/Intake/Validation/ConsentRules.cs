using System.Linq.Expressions;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>What the choice of a consent calls for beside it, wherever it is chosen.</summary>
internal static class ConsentRules
{
    /// <summary>A percentage goes with a threshold and a party with the decision of one, and with nothing else.</summary>
    public static void Consent<T>(
        this AbstractValidator<T> rules,
        Func<T, DecisionRuleKind> rule,
        Expression<Func<T, int?>> thresholdPercent,
        Expression<Func<T, string?>> leadParty)
    {
        rules.RuleFor(thresholdPercent).Within(1, 100);
        rules.RuleFor(thresholdPercent).GivenExactlyWhen(
            decision => rule(decision) is DecisionRuleKind.Threshold,
            decidedBy: nameof(DecisionRule.Rule),
            whenMissing: "the rule Threshold needs the percentage of the parties, so give a whole number from 1 to 100",
            whenGiven: "only the rule Threshold has a percentage");
        rules.RuleFor(leadParty).NamesParty();
        rules.RuleFor(leadParty).GivenExactlyWhen(
            decision => rule(decision) is DecisionRuleKind.LeadOrganisation,
            decidedBy: nameof(DecisionRule.Rule),
            whenMissing: "the rule LeadOrganisation needs the party that decides, so give its short name",
            whenGiven: "only the rule LeadOrganisation names a party");
    }
}
