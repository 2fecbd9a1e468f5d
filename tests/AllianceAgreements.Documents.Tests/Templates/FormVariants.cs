using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Edits that take a form's own clauses through the choices they make, on the first sample of the form.</summary>
internal static class FormVariants
{
    /// <summary>By form: the name of the variant, and its edits.</summary>
    public static IReadOnlyList<(AllianceForm Form, string Variant, string Edits)> All { get; } =
    [
        (AllianceForm.EquityAlliance, "no rights of investors", """
            $.equity.closingConditions = []
            $.equity.preemption = false
            $.equity.informationRights = false
            $.equity.registrationRights = false
            $.equity.rightOfFirstRefusal = false
            $.equity.tagAlong = false
            $.equity.dragAlongPercent = null
            $.equity.standstillPercent = null
            $.equity.lockUpMonths = 0
            $.equity.investments[1] -
            $.equity.investments[0].shares = null
            $.equity.investments[0].boardRight = "None"
            """),
        (AllianceForm.EquityAlliance, "lock-up of a month", "$.equity.lockUpMonths = 1"),
        (AllianceForm.CoDevelopmentConsortium, "admitted by every party", """
            $.consortium.accession = { "rule": "Unanimous", "conditions": [] }
            $.consortium.coordinator = "Patapsco"
            """),
        (AllianceForm.CoDevelopmentConsortium, "admitted by most parties", """
            $.consortium.accession = { "rule": "Majority", "conditions": ["It has a laboratory"] }
            """),
        (AllianceForm.CoDevelopmentConsortium, "admitted by one party", """
            $.consortium.accession = { "rule": "LeadOrganisation", "leadParty": "Tidewater", "conditions": [] }
            """),
        (AllianceForm.SupplyChainPartnership, "plain supply", """
            $.supply.exclusivity = "NonExclusive"
            $.supply.maximumIncreasePercent = null
            $.supply.mostFavoredPricing = false
            $.supply.bindingForecastPercent = 0
            $.supply.qualityStandards = []
            $.supply.prescriptionDrugs = false
            """),
        (AllianceForm.SupplyChainPartnership, "exclusive supply, one of everything", """
            $.supply.exclusivity = "Mutual"
            $.supply.maximumIncreasePercent = 0
            $.supply.products = [{ "name": "Kit", "supplier": "Bayou", "unit": "case", "price": { "amount": 10, "currency": "USD" }, "priceAdjustment": "Fixed", "leadTimeDays": 1, "minimumAnnualQuantity": 0 }]
            $.supply.suppliers[1] -
            $.supply.buyers[1] -
            $.supply.forecastMonths = 1
            $.supply.paymentDays = 1
            $.supply.warrantyMonths = 1
            $.supply.recallNoticeHours = 1
            """),
        (AllianceForm.JointVenture, "no company yet", "$.company = null"),
        .. Enum.GetNames<CompanyKind>().SelectMany(kind => Enum.GetNames<DeadlockMechanism>().Select(mechanism => Company(kind, mechanism))),
        .. Enum.GetValues<AllianceForm>().SelectMany(Covenants),
    ];

    private static (AllianceForm Form, string Variant, string Edits) Company(string kind, string mechanism) => (
        AllianceForm.JointVenture,
        $"{kind}, {mechanism}",
        $$"""
            $.company = { "name": "North Atlantic Oncology Company", "kind": "{{kind}}", "jurisdiction": "State of Delaware", "board": [{ "party": "Corrib", "seats": 1 }], "deadlock": "{{mechanism}}", "initialCapital": { "amount": 8000000, "currency": "USD" } }
            """);

    private static IEnumerable<(AllianceForm Form, string Variant, string Edits)> Covenants(AllianceForm form) =>
    [
        (form, "no covenant", "$.covenants = null"),
        (form, "every covenant", """
            $.covenants = { "exclusivity": { "field": "imaging.", "territory": "the State of Minnesota" }, "nonCompete": { "field": "imaging", "territory": "the State of Minnesota", "months": 1 }, "employeeNonSolicitMonths": 12, "firstNegotiation": { "subject": "imaging software", "days": 30 } }
            """),
        (form, "covenants during the term only", """
            $.covenants = { "nonCompete": { "field": "imaging", "territory": "the State of Minnesota", "months": 0 }, "employeeNonSolicitMonths": 0 }
            """),
    ];
}
