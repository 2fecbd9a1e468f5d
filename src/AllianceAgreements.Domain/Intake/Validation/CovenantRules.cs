using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal static class CovenantRules
{
    /// <summary>At least one covenant, if any are given at all.</summary>
    public static IRuleBuilderOptions<AgreementRequest, RestrictiveCovenants?> HoldOne(this IRuleBuilder<AgreementRequest, RestrictiveCovenants?> rule) =>
        rule.Finds((context, covenants) =>
            covenants is { Exclusivity: null, NonCompete: null, EmployeeNonSolicitMonths: null, FirstNegotiation: null }
            && RequestFacts.From(context).CovenantsReadable
                ? "is empty; give at least one covenant, or leave it out" : null);
}

internal sealed class RestrictiveCovenantsRules : AbstractValidator<RestrictiveCovenants>
{
    public RestrictiveCovenantsRules()
    {
        RuleFor(covenants => covenants.Exclusivity!).SetValidator(new ExclusivityCovenantRules());
        RuleFor(covenants => covenants.NonCompete!).SetValidator(new NonCompeteCovenantRules());
        RuleFor(covenants => covenants.EmployeeNonSolicitMonths).Within(0, 24);
        RuleFor(covenants => covenants.FirstNegotiation!).SetValidator(new FirstNegotiationCovenantRules());
    }
}

internal sealed class ExclusivityCovenantRules : AbstractValidator<ExclusivityCovenant>
{
    public ExclusivityCovenantRules()
    {
        RuleFor(exclusivity => exclusivity.Field).Text(TextRules.Phrase);
        RuleFor(exclusivity => exclusivity.Territory).Text(TextRules.Name);
    }
}

internal sealed class NonCompeteCovenantRules : AbstractValidator<NonCompeteCovenant>
{
    public NonCompeteCovenantRules()
    {
        RuleFor(covenant => covenant.Field).Text(TextRules.Phrase);
        RuleFor(covenant => covenant.Territory).Text(TextRules.Name);
        RuleFor(covenant => covenant.Months).Within(0, 24);
    }
}

internal sealed class FirstNegotiationCovenantRules : AbstractValidator<FirstNegotiationCovenant>
{
    public FirstNegotiationCovenantRules()
    {
        RuleFor(covenant => covenant.Subject).Text(TextRules.Phrase);
        RuleFor(covenant => covenant.Days).Within(10, 365);
    }
}
