using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class SupplyTermsRules : AbstractValidator<SupplyTerms>
{
    private const decimal Whole = 100;

    public SupplyTermsRules()
    {
        RuleFor(terms => terms.Suppliers).Items(1, 19, "suppliers");
        RuleFor(terms => terms.Suppliers).Distinct(party => party);
        RuleForEach(terms => terms.Suppliers).NamesParty();
        RuleFor(terms => terms.Buyers).Items(1, 19, "buyers");
        RuleFor(terms => terms.Buyers).Distinct(party => party);
        RuleForEach(terms => terms.Buyers).NamesParty();
        RuleForEach(terms => terms.Buyers).Finds((context, party) =>
            party is null || context.InstanceToValidate.Suppliers?.Contains(party, StringComparer.OrdinalIgnoreCase) is not true ? null
            : $"is {Quoted.Value(party)}, which is a supplier here; a party is one or the other, so name it once");
        RuleFor(terms => terms.Products).Items(1, 200, "products");
        RuleFor(terms => terms.Products).Distinct(product => product.Name, nameof(SupplyProduct.Name));
        RuleFor(terms => terms.Products).EachFinds(nameof(SupplyProduct.Supplier), (terms, product) => StrangeSupplier(terms.Suppliers, product.Supplier));
        RuleForEach(terms => terms.Products).SetValidator(new SupplyProductRules());
        RuleFor(terms => terms.MaximumIncreasePercent).InclusiveBetween(0, Whole).WithMessage("is {PropertyValue}; give a percentage from 0 to 100");
        RuleFor(terms => terms.MaximumIncreasePercent).Finds((_, percent) =>
            percent is { Scale: > PercentRules.UsualDecimals } ? $"is {percent}; give at most {PercentRules.UsualDecimals} decimals" : null);
        RuleFor(terms => terms.PaymentDays).Within(1, 180);
        RuleFor(terms => terms.ForecastMonths).Within(1, 36);
        RuleFor(terms => terms.BindingForecastPercent).Within(0, 100);
        RuleFor(terms => terms.DeliveryTerms).Text(TextRules.Name);
        RuleFor(terms => terms.FillRatePercent).Finds((_, percent) => PercentRules.Problem(percent, upTo: Whole, PercentRules.UsualDecimals));
        RuleFor(terms => terms.WarrantyMonths).Within(1, 120);
        RuleFor(terms => terms.QualityStandards).Items(0, 50, "standards");
        RuleForEach(terms => terms.QualityStandards).Text(TextRules.Phrase);
        RuleFor(terms => terms.RecallNoticeHours).Within(1, 72);
    }

    /// <summary>A product's supplier that is none of the suppliers; null when one of those could not be read.</summary>
    private static string? StrangeSupplier(IReadOnlyList<string>? suppliers, string? supplier) =>
        supplier is null || suppliers is null or [] || suppliers.Contains(null) || suppliers.Contains(supplier, StringComparer.OrdinalIgnoreCase) ? null
        : $"is {Quoted.Value(supplier)}, which is no supplier here; give one of {string.Join(", ", suppliers.Select(Quoted.Value))}";
}

internal sealed class SupplyProductRules : AbstractValidator<SupplyProduct>
{
    private const int MostUnits = 1_000_000_000;

    public SupplyProductRules()
    {
        RuleFor(product => product.Name).Text(TextRules.Name);
        RuleFor(product => product.Unit).Text(TextRules.Name);
        RuleFor(product => product.Price).SetValidator(new MoneyRules());
        RuleFor(product => product.LeadTimeDays).Within(1, 730);
        RuleFor(product => product.MinimumAnnualQuantity).Within(0, MostUnits);
    }
}
