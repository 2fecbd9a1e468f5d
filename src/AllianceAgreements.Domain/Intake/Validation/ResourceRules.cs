using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class ResourceContributionRules : AbstractValidator<ResourceContribution>
{
    public ResourceContributionRules()
    {
        RuleFor(contribution => contribution.Party).NamesParty();
        RuleFor(contribution => contribution.Description).Text(TextRules.Phrase);
        RuleFor(contribution => contribution.Value).SetValidator(new MoneyRules());
        RuleFor(contribution => contribution.From).Sensible();
        RuleFor(contribution => contribution.To).Sensible();
        RuleFor(contribution => contribution.To)
            .Finds((context, to) => to >= context.InstanceToValidate.From ? null
                : $"is {DateRules.Text(to)}, before from; give {DateRules.Text(context.InstanceToValidate.From)} or a later day");
    }
}

internal sealed class MoneyRules : AbstractValidator<Money>
{
    private const decimal Most = 1_000_000_000_000m;

    public MoneyRules()
    {
        RuleFor(money => money.Amount).InclusiveBetween(0, Most).WithMessage($"is {{PropertyValue}}; give an amount from 0 to {Most}");
        RuleFor(money => money.Amount)
            .Finds((context, amount) =>
                Iso4217.MinorUnits(context.InstanceToValidate.Currency) is { } decimals && amount.Scale > decimals
                    ? $"is {amount}, which has {amount.Scale} decimals; {context.InstanceToValidate.Currency} has {decimals}"
                    : null);
        RuleFor(money => money.Currency).IsCurrency();
    }
}
