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
        this.Consent(decision => decision.Rule, decision => decision.ThresholdPercent, decision => decision.LeadParty);
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
