using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class InsuranceTermsRules : AbstractValidator<InsuranceTerms>
{
    public InsuranceTermsRules()
    {
        RuleFor(terms => terms.Policies).Items(1, 50, "policies");
        RuleFor(terms => terms.Policies).Finds((context, policies) => RequestFacts.From(context).InsuranceReadable ? BoundTwice(policies) : null);
        RuleForEach(terms => terms.Policies).SetValidator(new InsurancePolicyRules());
        RuleFor(terms => terms.TailYears).Within(1, 10);
    }

    /// <summary>A kind of coverage to which two policies bind the same party, if there is one.</summary>
    private static string? BoundTwice(IReadOnlyList<InsurancePolicy> policies)
    {
        foreach (var kind in policies.GroupBy(policy => policy.Kind).Where(kind => kind.Count() > 1))
        {
            if (kind.Any(policy => policy.Parties.Count == 0))
            {
                return $"binds every party to {kind.Key} (an empty list of parties means all) and lists another policy of that kind; bind each party to a kind once";
            }

            var bound = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            if (kind.SelectMany(policy => policy.Parties.Distinct(StringComparer.OrdinalIgnoreCase)).FirstOrDefault(party => !bound.Add(party)) is { } twice)
            {
                return $"binds {Quoted.Value(twice)} to {kind.Key} in two policies; bind each party to a kind once";
            }
        }

        return null;
    }
}

internal sealed class InsurancePolicyRules : AbstractValidator<InsurancePolicy>
{
    public InsurancePolicyRules()
    {
        RuleFor(policy => policy.Parties).Items(0, 20, "parties");
        RuleFor(policy => policy.Parties).Distinct(party => party);
        RuleForEach(policy => policy.Parties).NamesParty();
        RuleFor(policy => policy.PerClaim).GivenExactlyWhen(
            policy => policy.Kind is not InsuranceKind.WorkersCompensation,
            decidedBy: nameof(InsurancePolicy.Kind),
            whenMissing: "every kind but WorkersCompensation has a limit for one claim, so give an amount and a currency",
            whenGiven: "the law sets the limits of WorkersCompensation");
        RuleFor(policy => policy.PerClaim!).SetValidator(new MoneyRules());
        RuleFor(policy => policy.Aggregate)
            .Finds((context, aggregate) => aggregate is null || context.InstanceToValidate.Kind is not InsuranceKind.WorkersCompensation ? null
                : "does not belong here; the law sets the limits of WorkersCompensation, so leave it out")
            .WithState(_ => nameof(InsurancePolicy.Kind));
        RuleFor(policy => policy.Aggregate!).SetValidator(new MoneyRules());
        When(policy => policy.PerClaim is not null, () =>
            RuleFor(policy => policy.PerClaim!.Amount).Finds((_, amount) => amount == 0 ? "is 0; give the least limit for one claim, over 0" : null));
        When(policy => policy is { PerClaim: not null, Aggregate: not null }, () =>
        {
            RuleFor(policy => policy.Aggregate!.Amount).Finds((context, amount) =>
                context.InstanceToValidate.PerClaim!.Amount is var claim && amount < claim ? $"is {amount}, less than the limit for one claim; give {claim} or more" : null);
            RuleFor(policy => policy.Aggregate!.Currency).Finds((context, currency) =>
                currency is null || context.InstanceToValidate.PerClaim!.Currency is not { } claim || string.Equals(currency, claim, StringComparison.Ordinal) ? null
                : $"is {Quoted.Value(currency)}, but the limit for one claim is in {Quoted.Value(claim)}; give both in one currency");
        });
    }
}
