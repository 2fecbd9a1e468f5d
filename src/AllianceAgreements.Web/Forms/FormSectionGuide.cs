using AllianceAgreements.Domain.Intake;
using static AllianceAgreements.Web.Forms.RequestGuide;

namespace AllianceAgreements.Web.Forms;

/// <summary>What the guided form says of the sections that go with one form of alliance, and of the covenants.</summary>
internal static class FormSectionGuide
{
    /// <summary>By property; see <see cref="RequestGuide.Of"/>.</summary>
    public static Dictionary<string, Entry> Entries { get; } = new(StringComparer.Ordinal)
    {
        [Key<EquityTerms>(nameof(EquityTerms.Issuer))] = new(Hint: "The party that issues the shares.", Kind: ValueKind.Party),
        [Key<EquityTerms>(nameof(EquityTerms.Investments))] = new(Hint: "Percentages are of the fully diluted capital after closing.", Row: "Investment"),
        [Key<EquityTerms>(nameof(EquityTerms.ClosingDate))] = new("Last day for closing"),
        [Key<EquityTerms>(nameof(EquityTerms.ClosingConditions))] = new("Conditions of closing", "One a line."),
        [Key<EquityTerms>(nameof(EquityTerms.Preemption))] = new("May investors take up their share of later issues?"),
        [Key<EquityTerms>(nameof(EquityTerms.InformationRights))] = new("Do investors receive accounts and budget?"),
        [Key<EquityTerms>(nameof(EquityTerms.RegistrationRights))] = new("May investors have their shares registered after a public offering?"),
        [Key<EquityTerms>(nameof(EquityTerms.RightOfFirstRefusal))] = new("Has the issuer a right of first refusal?"),
        [Key<EquityTerms>(nameof(EquityTerms.TagAlong))] = new("May investors join in a sale of control (tag-along)?"),
        [Key<EquityTerms>(nameof(EquityTerms.DragAlongPercent))] = new("Drag-along, percent of the voting shares", "51 to 100; empty when nobody may drag."),
        [Key<EquityTerms>(nameof(EquityTerms.LockUpMonths))] = new("Lock-up, months after closing", "0 to 120."),
        [Key<EquityTerms>(nameof(EquityTerms.StandstillPercent))] = new("Standstill, percent", "The most an investor may hold; empty for no standstill."),
        [Key<EquityInvestment>(nameof(EquityInvestment.Investor))] = new(Kind: ValueKind.Party),
        [Key<EquityInvestment>(nameof(EquityInvestment.ShareClass))] = new("Class of shares", "Such as “Series B Preferred Stock”."),
        [Key<EquityInvestment>(nameof(EquityInvestment.Shares))] = new("Number of shares", "Empty for the number that makes up the percentage at closing."),
        [Key<EquityInvestment>(nameof(EquityInvestment.Percent))] = new(Hint: "Over 0 and under 50."),
        [Key<EquityInvestment>(nameof(EquityInvestment.Price))] = new("Price for all of them"),
        [Key<EquityInvestment>(nameof(EquityInvestment.BoardRight))] = new("Place at the issuer’s board"),

        [Key<CompanyTerms>(nameof(CompanyTerms.Kind))] = new("Kind of entity"),
        [Key<CompanyTerms>(nameof(CompanyTerms.Jurisdiction))] = new(Hint: "The law it is organized under."),
        [Key<CompanyTerms>(nameof(CompanyTerms.Board))] = new("Seats at its board", "A party that is not listed appoints nobody.", Row: "Board seats"),
        [Key<CompanyTerms>(nameof(CompanyTerms.Deadlock))] = new("After a deadlock that outlasts escalation"),
        [Key<CompanyTerms>(nameof(CompanyTerms.InitialCapital))] = new(Hint: "What the parties pay in together on formation."),
        [Key<BoardSeats>(nameof(BoardSeats.Party))] = new(Kind: ValueKind.Party),

        [Key<ConsortiumTerms>(nameof(ConsortiumTerms.Coordinator))] = new(Hint: "The party that coordinates the members and speaks to funders.", Kind: ValueKind.Party),
        [Key<ConsortiumTerms>(nameof(ConsortiumTerms.Accession))] = new("Accession of new members"),
        [Key<ConsortiumTerms>(nameof(ConsortiumTerms.WithdrawalNoticeDays))] = new("Days of notice to withdraw", "30 to 730."),
        [Key<ConsortiumTerms>(nameof(ConsortiumTerms.DefaultCureDays))] = new("Days to cure a default before exclusion", "10 to 365."),
        [Key<AccessionTerms>(nameof(AccessionTerms.Rule))] = new("Admitted by"),
        [Key<AccessionTerms>(nameof(AccessionTerms.ThresholdPercent))] = new("Threshold, percent of the parties", "With “Threshold” only."),
        [Key<AccessionTerms>(nameof(AccessionTerms.LeadParty))] = new("Party that decides", "With “Lead organization” only.", ValueKind.Party),
        [Key<AccessionTerms>(nameof(AccessionTerms.Conditions))] = new(Hint: "What a new member must meet, one a line."),
        [Key<AccessionTerms>(nameof(AccessionTerms.Contribution))] = new("Payment on accession", "Empty for none."),

        [Key<SupplyTerms>(nameof(SupplyTerms.Suppliers))] = new(Hint: "Short names, one a line.", Kind: ValueKind.PartyLines),
        [Key<SupplyTerms>(nameof(SupplyTerms.Buyers))] = new(Hint: "Short names, one a line.", Kind: ValueKind.PartyLines),
        [Key<SupplyTerms>(nameof(SupplyTerms.Products))] = new(Row: "Product"),
        [Key<SupplyTerms>(nameof(SupplyTerms.MaximumIncreasePercent))] = new("Highest price increase a year, percent", "Empty for no limit."),
        [Key<SupplyTerms>(nameof(SupplyTerms.MostFavoredPricing))] = new("Do buyers get every better price of a comparable customer?"),
        [Key<SupplyTerms>(nameof(SupplyTerms.PaymentDays))] = new("Days to pay an invoice", "1 to 180."),
        [Key<SupplyTerms>(nameof(SupplyTerms.ForecastMonths))] = new("Months that a forecast covers", "1 to 36."),
        [Key<SupplyTerms>(nameof(SupplyTerms.BindingForecastPercent))] = new("Binding share of its first three months, percent", "0 to 100."),
        [Key<SupplyTerms>(nameof(SupplyTerms.DeliveryTerms))] = new(Hint: "Such as “DAP (Incoterms 2020), the receiving dock that the Purchase Order names”."),
        [Key<SupplyTerms>(nameof(SupplyTerms.FillRatePercent))] = new("Fill rate, percent a month", "Units delivered in full and on time."),
        [Key<SupplyTerms>(nameof(SupplyTerms.WarrantyMonths))] = new("Warranty, months after delivery", "1 to 120."),
        [Key<SupplyTerms>(nameof(SupplyTerms.QualityStandards))] = new(Hint: "Such as “21 CFR Part 211”, one a line."),
        [Key<SupplyTerms>(nameof(SupplyTerms.PrescriptionDrugs))] = new("Is any product a prescription drug?", "21 U.S.C. 360eee-1."),
        [Key<SupplyTerms>(nameof(SupplyTerms.RecallNoticeHours))] = new("Hours to tell of a recall", "1 to 72."),
        [Key<SupplyProduct>(nameof(SupplyProduct.Supplier))] = new(Hint: "One of the suppliers.", Kind: ValueKind.Party),
        [Key<SupplyProduct>(nameof(SupplyProduct.Unit))] = new(Hint: "Such as “case of 10 vials”."),
        [Key<SupplyProduct>(nameof(SupplyProduct.Price))] = new("Price of a unit in the first year"),
        [Key<SupplyProduct>(nameof(SupplyProduct.LeadTimeDays))] = new("Days from order to delivery", "1 to 730."),
        [Key<SupplyProduct>(nameof(SupplyProduct.MinimumAnnualQuantity))] = new("Units to buy a year at least", "0 for no minimum."),

        [Key<RestrictiveCovenants>(nameof(RestrictiveCovenants.NonCompete))] = new("Non-compete"),
        [Key<RestrictiveCovenants>(nameof(RestrictiveCovenants.EmployeeNonSolicitMonths))] = new("No soliciting of employees, months after the end", "0 to 24; 0 for the term only."),
        [Key<RestrictiveCovenants>(nameof(RestrictiveCovenants.FirstNegotiation))] = new("Right of first negotiation"),
        [Key<ExclusivityCovenant>(nameof(ExclusivityCovenant.Field))] = new(Hint: "In which nobody collaborates with others during the term."),
        [Key<NonCompeteCovenant>(nameof(NonCompeteCovenant.Months))] = new("Months after the end", "0 to 24; 0 for the term only."),
        [Key<FirstNegotiationCovenant>(nameof(FirstNegotiationCovenant.Days))] = new("Days to negotiate", "10 to 365."),
    };

    /// <summary>By member; see <see cref="RequestGuide.SpellChoice"/>.</summary>
    public static Dictionary<Enum, string> Choices { get; } = new()
    {
        [BoardRight.Observer] = "An observer without a vote",
        [BoardRight.Director] = "A director",
        [CompanyKind.LimitedLiabilityCompany] = "Limited liability company",
        [DeadlockMechanism.Escalate] = "Nothing is adopted, and the structure is reviewed",
        [DeadlockMechanism.BuySell] = "One names a price, the others buy or sell",
        [DeadlockMechanism.Expert] = "An independent expert decides",
        [PriceAdjustment.CostPassThrough] = "Cost of materials",
        [SupplyExclusivity.NonExclusive] = "Non-exclusive",
        [SupplyExclusivity.Requirements] = "Buyers buy from the suppliers alone",
        [SupplyExclusivity.Mutual] = "Both ways",
    };

    /// <summary>The form of alliance that a section of the request goes with; null when it goes with all.</summary>
    public static AllianceForm? FormOf(string section) => section switch
    {
        "equity" => AllianceForm.EquityAlliance,
        "company" => AllianceForm.JointVenture,
        "consortium" => AllianceForm.CoDevelopmentConsortium,
        "supply" => AllianceForm.SupplyChainPartnership,
        _ => null,
    };
}
