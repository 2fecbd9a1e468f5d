using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class TermRules : AbstractValidator<Term>
{
    public TermRules()
    {
        RuleFor(term => term.EffectiveDate).SensibleStart();
        RuleFor(term => term.InitialMonths).Within(1, 600);
        RuleFor(term => term.RenewalMonths).Within(1, 120);
        RuleFor(term => term.RenewalMonths).GivenExactlyWhen(
            term => term.Renewal is not RenewalKind.None,
            decidedBy: nameof(Term.Renewal),
            whenMissing: "a term that renews needs the length of its renewals, so give a whole number of months from 1 to 120",
            whenGiven: "a term with the renewal None does not renew");
        RuleFor(term => term.RenewalNoticeDays).Within(1, 365);
        RuleFor(term => term.RenewalNoticeDays).GivenExactlyWhen(
            term => term.Renewal is not RenewalKind.None,
            decidedBy: nameof(Term.Renewal),
            whenMissing: "a term that renews needs the days of notice, so give a whole number from 1 to 365",
            whenGiven: "a term with the renewal None does not renew");
        RuleFor(term => term.StructuralReviewMonths).Within(12, 18, "a structural review happens every 12 to 18 months");
    }
}

internal sealed class GoverningLawRules : AbstractValidator<GoverningLaw>
{
    public GoverningLawRules()
    {
        RuleFor(law => law.Law).Text(TextRules.Name);
        RuleFor(law => law.Seat).Text(TextRules.Name);
        RuleFor(law => law.ArbitrationRules).Text(TextRules.Name);
        RuleFor(law => law.ArbitrationRules).GivenExactlyWhen(
            law => law.Forum is DisputeForum.Arbitration,
            decidedBy: nameof(GoverningLaw.Forum),
            whenMissing: "the forum Arbitration needs the rules of arbitration, so name them",
            whenGiven: "only the forum Arbitration has rules of arbitration");
    }
}
