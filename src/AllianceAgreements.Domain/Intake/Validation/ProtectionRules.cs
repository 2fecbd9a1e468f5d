using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class DataProtectionRules : AbstractValidator<DataProtection>
{
    public DataProtectionRules()
    {
        RuleFor(protection => protection.BusinessAssociate).GivenExactlyWhen(
            protection => protection.ProtectedHealthInformation,
            decidedBy: nameof(DataProtection.ProtectedHealthInformation),
            whenMissing: "parties that exchange protected health information need business associate terms (45 CFR 164.504(e)), so give them",
            whenGiven: "business associate terms go with protected health information only");
        RuleFor(protection => protection.BusinessAssociate!).SetValidator(new BusinessAssociateTermsRules());
        RuleFor(protection => protection.Safeguards).Items(0, 50, "safeguards");
        RuleForEach(protection => protection.Safeguards).Text(TextRules.Phrase);
    }
}

internal sealed class BusinessAssociateTermsRules : AbstractValidator<BusinessAssociateTerms>
{
    public BusinessAssociateTermsRules()
    {
        RuleFor(terms => terms.CoveredEntities).Items(1, 20, "covered entities");
        RuleFor(terms => terms.CoveredEntities).Distinct(party => party);
        RuleForEach(terms => terms.CoveredEntities).NamesParty();
        RuleFor(terms => terms.BusinessAssociates).Items(1, 20, "business associates");
        RuleFor(terms => terms.BusinessAssociates).Distinct(party => party);
        RuleForEach(terms => terms.BusinessAssociates).NamesParty();
        RuleForEach(terms => terms.BusinessAssociates).Finds((context, party) =>
            party is null || context.InstanceToValidate.CoveredEntities?.Contains(party, StringComparer.OrdinalIgnoreCase) is not true ? null
            : $"is {Quoted.Value(party)}, which is a covered entity here; a party is one or the other, so name it once");
        RuleFor(terms => terms.PermittedUses).Items(1, 50, "uses");
        RuleForEach(terms => terms.PermittedUses).Text(TextRules.Phrase);
        RuleFor(terms => terms.BreachNoticeDays).Within(1, 60, "a breach is reported within 60 days at the latest (45 CFR 164.410(b))");
    }
}

internal sealed class ConfidentialityRules : AbstractValidator<Confidentiality>
{
    public ConfidentialityRules()
    {
        RuleFor(confidentiality => confidentiality.SurvivalYears).Within(1, 20);
        RuleFor(confidentiality => confidentiality.AlwaysConfidential).Items(0, 50, "kinds of information");
        RuleForEach(confidentiality => confidentiality.AlwaysConfidential).Text(TextRules.Phrase);
    }
}
