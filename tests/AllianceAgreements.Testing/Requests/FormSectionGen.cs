using AllianceAgreements.Domain.Intake;
using CsCheck;
using static AllianceAgreements.Testing.Requests.ValueGen;

namespace AllianceAgreements.Testing.Requests;

/// <content>The sections that go with one form, the covenants, and insurance.</content>
internal sealed partial class SectionGen
{
    public Gen<EquityTerms> Equity =>
        from investors in Gen.Int[1, shortNames.Length - 1]
        from investments in Investment.Array[investors]
        from closing in Due
        from conditions in Optional(Text, 3)
        from rights in Gen.Bool.Or(plan.HasOptions).Array[5]
        from drags in Gen.Bool.Or(plan.HasOptions)
        from drag in Gen.Int[51, 100].NumberWhen(drags)
        from lockUp in Gen.Int[0, 120]
        from stands in Gen.Bool.Or(plan.HasOptions)
        from standstill in Gen.Int[190_000, 500_000].NumberWhen(stands)
        select new EquityTerms
        {
            Issuer = shortNames[0],
            Investments = [.. investments.Select((investment, index) => investment with { Investor = shortNames[index + 1] })],
            ClosingDate = closing,
            ClosingConditions = conditions,
            Preemption = rights[0],
            InformationRights = rights[1],
            RegistrationRights = rights[2],
            RightOfFirstRefusal = rights[3],
            TagAlong = rights[4],
            DragAlongPercent = drag,
            LockUpMonths = lockUp,
            StandstillPercent = standstill / 10_000m,
        };

    public Gen<CompanyTerms> Company =>
        from name in Text
        from kind in Gen.Enum<CompanyKind>()
        from jurisdiction in Text
        from boards in Gen.Int[1, shortNames.Length]
        from seats in Gen.Int[1, 10].Array[boards]
        from deadlock in Gen.Enum<DeadlockMechanism>()
        from capital in ValueGen.Money
        select new CompanyTerms
        {
            Name = name,
            Kind = kind,
            Jurisdiction = jurisdiction,
            Board = [.. seats.Select((count, index) => new BoardSeats { Party = shortNames[index], Seats = count })],
            Deadlock = deadlock,
            InitialCapital = capital,
        };

    public Gen<ConsortiumTerms> Consortium =>
        from coordinator in AnyParty
        from rule in Gen.Enum<DecisionRuleKind>()
        from percent in Gen.Int[1, 100].NumberWhen(rule is DecisionRuleKind.Threshold)
        from lead in AnyParty.When(rule is DecisionRuleKind.LeadOrganisation)
        from conditions in Optional(Text, 3)
        from pays in Gen.Bool.Or(plan.HasOptions)
        from contribution in ValueGen.Money.When(pays)
        from withdrawal in Gen.Int[30, 730]
        from cure in Gen.Int[10, 365]
        select new ConsortiumTerms
        {
            Coordinator = coordinator,
            Accession = new AccessionTerms { Rule = rule, ThresholdPercent = percent, LeadParty = lead, Conditions = conditions, Contribution = contribution },
            WithdrawalNoticeDays = withdrawal,
            DefaultCureDays = cure,
        };

    public Gen<SupplyTerms> Supply =>
        from suppliers in Gen.Int[1, shortNames.Length - 1]
        from products in Product(shortNames[..suppliers]).Distinct(1, 6, (product, number) => product with { Name = $"{product.Name} {number}" })
        from limited in Gen.Bool.Or(plan.HasOptions)
        from increase in Gen.Int[0, 10_000].NumberWhen(limited)
        from switches in Gen.Bool.Or(plan.HasOptions).Array[2]
        from payment in Gen.Int[1, 180]
        from exclusivity in Gen.Enum<SupplyExclusivity>()
        from forecast in Gen.Int[1, 36]
        from binding in Gen.Int[0, 100]
        from delivery in Text
        from fill in Gen.Int[1, 10_000]
        from warranty in Gen.Int[1, 120]
        from standards in Optional(Text, 3)
        from hours in Gen.Int[1, 72]
        select new SupplyTerms
        {
            Suppliers = shortNames[..suppliers],
            Buyers = shortNames[suppliers..],
            Products = products,
            MaximumIncreasePercent = increase / 100m,
            MostFavoredPricing = switches[0],
            PaymentDays = payment,
            Exclusivity = exclusivity,
            ForecastMonths = forecast,
            BindingForecastPercent = binding,
            DeliveryTerms = delivery,
            FillRatePercent = fill / 100m,
            WarrantyMonths = warranty,
            QualityStandards = standards,
            PrescriptionDrugs = switches[1],
            RecallNoticeHours = hours,
        };

    /// <summary>Any of the covenants, at least one.</summary>
    public Gen<RestrictiveCovenants> Covenants =>
        from given in plan.HasOptions is true ? Gen.Const(15) : Gen.Int[1, 15]
        from texts in Text.Array[5]
        from months in Gen.Int[0, 24].Array[2]
        from days in Gen.Int[10, 365]
        select new RestrictiveCovenants
        {
            Exclusivity = (given & 1) == 0 ? null : new ExclusivityCovenant { Field = texts[0], Territory = texts[1] },
            NonCompete = (given & 2) == 0 ? null : new NonCompeteCovenant { Field = texts[2], Territory = texts[3], Months = months[0] },
            EmployeeNonSolicitMonths = (given & 4) == 0 ? null : months[1],
            FirstNegotiation = (given & 8) == 0 ? null : new FirstNegotiationCovenant { Subject = texts[4], Days = days },
        };

    /// <summary>Of each kind that is given, one policy that binds every party, or two that bind one and the others.</summary>
    public Gen<InsuranceTerms> Insurance =>
        from first in Gen.Int[0, InsuranceKinds.Length - 1]
        from splits in Gen.Bool.Array[1, 4]
        from limits in Limits.Array[8]
        from years in Gen.Int[1, 10]
        select new InsuranceTerms
        {
            Policies = [.. splits.SelectMany((split, index) => Policies(InsuranceKinds[(first + index) % InsuranceKinds.Length], split, limits[2 * index], limits[(2 * index) + 1]))],
            TailYears = years,
        };

    /// <summary>Small enough that nineteen of them stay under the whole.</summary>
    private static Gen<EquityInvestment> Investment { get; } =
        from shareClass in Text
        from counted in Gen.Bool
        from shares in Gen.Int[1, 1_000_000_000].NumberWhen(counted)
        from percent in Gen.Int[1, 190_000]
        from price in ValueGen.Money
        from right in Gen.Enum<BoardRight>()
        select new EquityInvestment { Investor = "", ShareClass = shareClass, Shares = shares, Percent = percent / 10_000m, Price = price, BoardRight = right };

    private static InsuranceKind[] InsuranceKinds { get; } = Enum.GetValues<InsuranceKind>();

    private static Gen<(Money PerClaim, Money? Aggregate)> Limits { get; } =
        from money in ValueGen.Money
        from times in Gen.Int[0, 3]
        let claim = Math.Max(1, money.Amount)
        select (money with { Amount = claim }, times == 0 ? null : money with { Amount = Math.Min(claim * times, 1_000_000_000_000m) });

    private IEnumerable<InsurancePolicy> Policies(InsuranceKind kind, bool split, params (Money PerClaim, Money? Aggregate)[] limits) =>
        (split ? new[] { shortNames[..1], shortNames[1..] } : [[]]).Select((parties, index) => kind is InsuranceKind.WorkersCompensation
            ? new InsurancePolicy { Kind = kind, Parties = parties }
            : new InsurancePolicy { Kind = kind, Parties = parties, PerClaim = limits[index].PerClaim, Aggregate = limits[index].Aggregate });

    private static Gen<SupplyProduct> Product(string[] suppliers) =>
        from name in Text
        from supplier in Gen.OneOf(suppliers)
        from unit in Text
        from price in ValueGen.Money
        from adjustment in Gen.Enum<PriceAdjustment>()
        from lead in Gen.Int[1, 730]
        from minimum in Gen.Int[0, 1_000_000_000]
        select new SupplyProduct
        {
            Name = name,
            Supplier = supplier,
            Unit = unit,
            Price = price,
            PriceAdjustment = adjustment,
            LeadTimeDays = lead,
            MinimumAnnualQuantity = minimum,
        };
}
