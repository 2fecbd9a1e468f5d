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
        this.Consent(accession => accession.Rule, accession => accession.ThresholdPercent, accession => accession.LeadParty);
        RuleFor(accession => accession.Conditions).Items(0, 50, "conditions");
        RuleForEach(accession => accession.Conditions).Text(TextRules.Phrase);
        RuleFor(accession => accession.Contribution!).SetValidator(new MoneyRules());
    }
}
