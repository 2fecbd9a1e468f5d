using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class GovernanceBodyRules : AbstractValidator<GovernanceBody>
{
    public GovernanceBodyRules()
    {
        RuleFor(body => body.Name).Text(TextRules.Name);
        RuleFor(body => body.Mandate).Text(TextRules.Phrase);
        RuleFor(body => body.ChairParty).NamesParty();
        RuleFor(body => body.MembersPerParty).Within(1, 10);
    }
}

internal sealed class DecisionRuleRules : AbstractValidator<DecisionRule>
{
    public DecisionRuleRules()
    {
        RuleFor(decision => decision.Category).Text(TextRules.Name);
        RuleFor(decision => decision.ThresholdPercent).Within(1, 100);
        RuleFor(decision => decision.ThresholdPercent).GivenExactlyWhen(
            decision => decision.Rule is DecisionRuleKind.Threshold,
            decidedBy: nameof(DecisionRule.Rule),
            whenMissing: "the rule Threshold needs the percentage of the parties, so give a whole number from 1 to 100",
            whenGiven: "only the rule Threshold has a percentage");
        RuleFor(decision => decision.LeadParty).NamesParty();
        RuleFor(decision => decision.LeadParty).GivenExactlyWhen(
            decision => decision.Rule is DecisionRuleKind.LeadOrganisation,
            decidedBy: nameof(DecisionRule.Rule),
            whenMissing: "the rule LeadOrganisation needs the party that decides, so give its short name",
            whenGiven: "only the rule LeadOrganisation names a party");
    }
}

internal sealed class EscalationTierRules : AbstractValidator<EscalationTier>
{
    public EscalationTierRules()
    {
        RuleFor(tier => tier.Level).Text(TextRules.Name);
        RuleFor(tier => tier.Days).Within(1, 180);
    }
}
