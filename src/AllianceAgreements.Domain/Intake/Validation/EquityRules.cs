using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class EquityTermsRules : AbstractValidator<EquityTerms>
{
    private const decimal Whole = 100;
    private const decimal MostStandstill = 50;

    public EquityTermsRules()
    {
        RuleFor(terms => terms.Issuer).NamesParty();
        RuleFor(terms => terms.Investments).Items(1, 19, "investments");
        RuleFor(terms => terms.Investments).Distinct(investment => investment.Investor, nameof(EquityInvestment.Investor));
        RuleFor(terms => terms.Investments).Finds((_, investments) =>
            Percents(investments).Sum() is var sum and >= Whole
                ? $"comes to {sum} percent; all investors together subscribe for less than {Whole} percent" : null);
        RuleFor(terms => terms.Investments).EachFinds(nameof(EquityInvestment.Investor), (terms, investment) =>
            investment.Investor is null || !string.Equals(investment.Investor, terms.Issuer, StringComparison.OrdinalIgnoreCase) ? null
            : $"is {Quoted.Value(investment.Investor)}, the issuer; another party invests, so give one");
        RuleForEach(terms => terms.Investments).SetValidator(new EquityInvestmentRules());
        RuleFor(terms => terms.ClosingDate).SensibleAndInForce();
        RuleFor(terms => terms.ClosingConditions).Items(0, 50, "conditions");
        RuleForEach(terms => terms.ClosingConditions).Text(TextRules.Phrase);
        RuleFor(terms => terms.DragAlongPercent).Within(51, 100);
        RuleFor(terms => terms.LockUpMonths).Within(0, 120);
        RuleFor(terms => terms.StandstillPercent).Finds((context, percent) =>
            percent is not { } most ? null
            : PercentRules.Problem(most, upTo: MostStandstill, PercentRules.ShareDecimals)
                ?? (Percents(context.InstanceToValidate.Investments).DefaultIfEmpty().Max() is var largest && largest > most
                    ? $"is {most}, and an investor subscribes for {largest}; give at least that" : null));
    }

    /// <summary>The percentages that are right in themselves.</summary>
    private static IEnumerable<decimal> Percents(IReadOnlyList<EquityInvestment>? investments) =>
        (investments ?? []).Select(investment => investment?.Percent ?? 0).Where(percent => percent is > 0 and < EquityInvestmentRules.Minority);
}

internal sealed class EquityInvestmentRules : AbstractValidator<EquityInvestment>
{
    /// <summary>A holding of this or more is no minority.</summary>
    public const decimal Minority = 50;

    private const int MostShares = 1_000_000_000;

    public EquityInvestmentRules()
    {
        RuleFor(investment => investment.Investor).NamesParty();
        RuleFor(investment => investment.ShareClass).Text(TextRules.Name);
        RuleFor(investment => investment.Shares).Within(1, MostShares);
        RuleFor(investment => investment.Percent).Finds((_, percent) =>
            percent is <= 0 or >= Minority ? $"is {percent}; a minority shareholding is over 0 and under {Minority} percent"
            : PercentRules.Problem(percent, upTo: Minority, PercentRules.ShareDecimals));
        RuleFor(investment => investment.Price).SetValidator(new MoneyRules());
    }
}
