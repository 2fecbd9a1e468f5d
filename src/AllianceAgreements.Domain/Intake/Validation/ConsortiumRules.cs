using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class ConsortiumTermsRules : AbstractValidator<ConsortiumTerms>
{
    public ConsortiumTermsRules()
    {
        RuleFor(terms => terms.Coordinator).NamesParty();
        RuleFor(terms => terms.Accession).SetValidator(new AccessionTermsRules());
        RuleFor(terms => terms.WithdrawalNoticeDays).Within(30, 730);
        RuleFor(terms => terms.DefaultCureDays).Within(10, 365);
    }
}

internal sealed class AccessionTermsRules : AbstractValidator<AccessionTerms>
{
    public AccessionTermsRules()
    {
        RuleFor(accession => accession.ThresholdPercent).Within(1, 100);
        RuleFor(accession => accession.ThresholdPercent).GivenExactlyWhen(
            accession => accession.Rule is DecisionRuleKind.Threshold,
            decidedBy: nameof(AccessionTerms.Rule),
            whenMissing: "the rule Threshold needs the percentage of the parties, so give a whole number from 1 to 100",
            whenGiven: "only the rule Threshold has a percentage");
        RuleFor(accession => accession.LeadParty).NamesParty();
        RuleFor(accession => accession.LeadParty).GivenExactlyWhen(
            accession => accession.Rule is DecisionRuleKind.LeadOrganisation,
            decidedBy: nameof(AccessionTerms.Rule),
            whenMissing: "the rule LeadOrganisation needs the party that decides, so give its short name",
            whenGiven: "only the rule LeadOrganisation names a party");
        RuleFor(accession => accession.Conditions).Items(0, 50, "conditions");
        RuleForEach(accession => accession.Conditions).Text(TextRules.Phrase);
        RuleFor(accession => accession.Contribution!).SetValidator(new MoneyRules());
    }
}
