using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class TransitionServiceRules : AbstractValidator<TransitionService>
{
    private const int PercentDecimals = 2;

    public TransitionServiceRules()
    {
        RuleFor(service => service.Service).Text(TextRules.Phrase);
        RuleFor(service => service.Provider).NamesParty();
        RuleFor(service => service.Recipient).NamesParty();
        RuleFor(service => service.Recipient).Finds((context, recipient) =>
            recipient is null || !string.Equals(recipient, context.InstanceToValidate.Provider, StringComparison.OrdinalIgnoreCase) ? null
            : $"is {Quoted.Value(recipient)}, the provider; a service is done for another party, so give one");
        RuleFor(service => service.Months).Within(1, 36);
        RuleFor(service => service.MonthlyFee).GivenExactlyWhen(
            service => service.FeeBasis is FeeBasis.FixedMonthly,
            decidedBy: nameof(TransitionService.FeeBasis),
            whenMissing: "the fee basis FixedMonthly needs the fee a month, so give an amount and a currency",
            whenGiven: "only the fee basis FixedMonthly has a monthly fee");
        RuleFor(service => service.MonthlyFee!).SetValidator(new MoneyRules());
        RuleFor(service => service.MarkupPercent).InclusiveBetween(0, 100).WithMessage("is {PropertyValue}; give a percentage from 0 to 100");
        RuleFor(service => service.MarkupPercent)
            .Finds((_, percent) => percent is { Scale: > PercentDecimals } ? $"is {percent}; give at most {PercentDecimals} decimals" : null);
        RuleFor(service => service.MarkupPercent).GivenExactlyWhen(
            service => service.FeeBasis is FeeBasis.CostPlus,
            decidedBy: nameof(TransitionService.FeeBasis),
            whenMissing: "the fee basis CostPlus needs the markup, so give a percentage from 0 to 100",
            whenGiven: "only the fee basis CostPlus has a markup");
        RuleFor(service => service.ServiceLevel).Text(TextRules.Phrase);
    }
}
