namespace AllianceAgreements.Domain.Intake;

/// <summary>A lasting supply relationship: who supplies what to whom, at what price, how well and how safely.</summary>
public sealed record SupplyTerms
{
    /// <summary>The parties that supply; 1 to 19, each once.</summary>
    public required IReadOnlyList<string> Suppliers { get; init; }

    /// <summary>The parties that buy; 1 to 19, each once, none of them a supplier.</summary>
    public required IReadOnlyList<string> Buyers { get; init; }

    /// <summary>What is supplied; 1 to 200.</summary>
    public required IReadOnlyList<SupplyProduct> Products { get; init; }

    /// <summary>The most by which a price may rise in a contract year, 0 to 100 percent, at most two decimals; left out, there is no such limit.</summary>
    public decimal? MaximumIncreasePercent { get; init; }

    /// <summary>Whether a supplier gives the buyers every better price that it gives a comparable customer.</summary>
    public required bool MostFavoredPricing { get; init; }

    /// <summary>Days after receipt of an invoice in which it is paid, 1 to 180.</summary>
    public required int PaymentDays { get; init; }

    /// <summary>How exclusive the relationship is.</summary>
    public required SupplyExclusivity Exclusivity { get; init; }

    /// <summary>Months that each forecast covers, 1 to 36.</summary>
    public required int ForecastMonths { get; init; }

    /// <summary>Percent of the quantity forecast for the first three months (or all, if a forecast covers fewer) that must be ordered, 0 to 100.</summary>
    public required int BindingForecastPercent { get; init; }

    /// <summary>Where delivery is made and risk passes ("DAP (Incoterms 2020), the receiving dock of the Buyer").</summary>
    public required string DeliveryTerms { get; init; }

    /// <summary>Percent of the units ordered for a calendar month that must be delivered in full and on time, over 0 to 100, at most two decimals.</summary>
    public required decimal FillRatePercent { get; init; }

    /// <summary>Months after delivery in which a product stays as warranted, 1 to 120.</summary>
    public required int WarrantyMonths { get; init; }

    /// <summary>What products and their making must meet beside the law ("ISO 13485:2016"; "21 CFR Part 211"); at most 50.</summary>
    public required IReadOnlyList<string> QualityStandards { get; init; }

    /// <summary>Whether any product is a prescription drug, so that the Drug Supply Chain Security Act applies (21 U.S.C. 360eee-1).</summary>
    public required bool PrescriptionDrugs { get; init; }

    /// <summary>Hours in which a party tells the others of a recall, from when it decides on it or learns of it, 1 to 72.</summary>
    public required int RecallNoticeHours { get; init; }
}

/// <summary>Something that is supplied.</summary>
public sealed record SupplyProduct
{
    /// <summary>What it is, unique among products.</summary>
    public required string Name { get; init; }

    /// <summary>The party that supplies it; one of the suppliers.</summary>
    public required string Supplier { get; init; }

    /// <summary>What one is ("case of 10 vials").</summary>
    public required string Unit { get; init; }

    /// <summary>The price of one unit in the first contract year.</summary>
    public required Money Price { get; init; }

    /// <summary>How the price changes afterwards.</summary>
    public required PriceAdjustment PriceAdjustment { get; init; }

    /// <summary>Days from order to delivery, 1 to 730.</summary>
    public required int LeadTimeDays { get; init; }

    /// <summary>Units that the buyers together must buy in a contract year, 0 to 1,000,000,000; 0 means no minimum.</summary>
    public required int MinimumAnnualQuantity { get; init; }
}

/// <summary>How a price changes from one contract year to the next.</summary>
public enum PriceAdjustment
{
    /// <summary>Not at all.</summary>
    Fixed,

    /// <summary>With the Consumer Price Index for All Urban Consumers (U.S. Bureau of Labor Statistics).</summary>
    ConsumerPriceIndex,

    /// <summary>With the Producer Price Index of the product's commodity group (U.S. Bureau of Labor Statistics).</summary>
    ProducerPriceIndex,

    /// <summary>By what the supplier's documented cost of materials has changed.</summary>
    CostPassThrough,
}

/// <summary>How exclusive a supply relationship is.</summary>
public enum SupplyExclusivity
{
    /// <summary>The buyers may buy, and the suppliers sell, elsewhere.</summary>
    NonExclusive,

    /// <summary>The buyers buy the products from the suppliers alone.</summary>
    Requirements,

    /// <summary>The buyers buy the products from the suppliers alone, and the suppliers sell them to the buyers alone.</summary>
    Mutual,
}
