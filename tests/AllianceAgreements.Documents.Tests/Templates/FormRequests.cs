using System.Text;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>
/// Requests that take the template of every form through every choice it makes, by name: each sample as it is, and the first
/// sample of each form in every variant.
/// </summary>
internal static class FormRequests
{
    /// <summary>Edits that suit any sample. <c>{lead}</c> and <c>{partner}</c> stand for the short names of two of its parties.</summary>
    private static readonly Dictionary<string, string> Variants = new(StringComparer.Ordinal)
    {
        ["optional lists empty"] = """
            $.ipFramework.backgroundIp = []
            $.ipFramework.licences = []
            $.dataProtection.safeguards = []
            $.confidentiality.alwaysConfidential = []
            $.confidentiality.tradeSecretsIndefinitely = false
            $.transferProtocols = []
            $.transitionServices = []
            $.workstreams[0].milestones = []
            """,
        ["optional lists of one"] = """
            $.ipFramework.backgroundIp = [{ "party": "{lead}", "description": "Care pathways" }]
            $.ipFramework.licences = [{ "licensor": "{lead}", "licensees": ["{partner}"], "subject": "Care pathways", "field": "Patient care", "territory": "the United States of America", "exclusivity": "Sole" }]
            $.dataProtection.safeguards = ["Encryption in transit and at rest"]
            $.confidentiality.alwaysConfidential = ["Payer contracts"]
            $.confidentiality.tradeSecretsIndefinitely = true
            $.transferProtocols = [{ "kind": "Data", "subject": "Registry", "from": "{lead}", "to": "{partner}", "method": "Encrypted export", "days": 1 }]
            $.transitionServices = [{ "service": "Hosting", "provider": "{lead}", "recipient": "{partner}", "months": 1, "feeBasis": "CostPlus", "markupPercent": 2.5, "serviceLevel": "99.9 percent availability" }]
            """,
        ["foreground joint, derivatives of the creator"] = """
            $.ipFramework.foregroundOwnership = "Joint"
            $.ipFramework.foregroundOwner = null
            $.ipFramework.derivativeWorks = "Creator"
            """,
        ["foreground by inventorship, derivatives as foreground"] = """
            $.ipFramework.foregroundOwnership = "ByInventorship"
            $.ipFramework.foregroundOwner = null
            $.ipFramework.derivativeWorks = "AsForeground"
            """,
        ["foreground assigned, derivatives of the background owner"] = """
            $.ipFramework.foregroundOwnership = "AssignedToParty"
            $.ipFramework.foregroundOwner = "{partner}"
            $.ipFramework.derivativeWorks = "BackgroundOwner"
            """,
        ["insurance of every kind"] = $$"""
            $.insurance = { "policies": [{{InsurancePolicies()}}], "tailYears": 1 }
            """,
        ["no insurance"] = "$.insurance = null",
        ["no renewal"] = """
            $.term.renewal = "None"
            $.term.renewalMonths = null
            $.term.renewalNoticeDays = null
            """,
        ["renewal by agreement"] = """
            $.term.renewal = "ByAgreement"
            $.term.renewalMonths = 12
            $.term.renewalNoticeDays = 90
            """,
        ["courts"] = """
            $.governingLaw = { "law": "State of Minnesota", "forum": "Courts", "seat": "Duluth, Minnesota" }
            """,
        ["arbitration"] = """
            $.governingLaw = { "law": "England and Wales", "forum": "Arbitration", "seat": "London", "arbitrationRules": "LCIA Rules" }
            """,
        ["no health information"] = """
            $.dataProtection = { "protectedHealthInformation": false, "safeguards": [] }
            """,
        ["health information returned"] = HealthInformation("Return"),
        ["health information destroyed"] = HealthInformation("Destroy"),
        ["health information returned or destroyed"] = HealthInformation("ReturnOrDestroy"),
        ["one of everything"] = $$"""
            {{HealthInformation("Return")}}
            $.dataProtection.businessAssociate.breachNoticeDays = 1
            $.term.renewal = "Automatic"
            $.term.renewalMonths = 1
            $.term.renewalNoticeDays = 1
            $.confidentiality.survivalYears = 1
            $.exitCommunication.jointStatementDays = 1
            $.exitCommunication.audiences[0].days = 0
            $.exitCommunication.audiences[1].days = 1
            $.escalationPathway[0].days = 1
            $.terminationTriggers[0].cureDays = 1
            $.terminationTriggers[0].noticeDays = 1
            """,
    };

    private static readonly Dictionary<string, Func<byte[]>> ByName = new(All(), StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The terms of a name.</summary>
    public static AgreementTerms Terms(string name) => SampleRequests.Accept(ByName[name]());

    /// <summary>The name of a variant of a form.</summary>
    public static string Name(AllianceForm form, string variant) => $"{form}, {variant}";

    private static IEnumerable<KeyValuePair<string, Func<byte[]>>> All()
    {
        var samples = SampleRequests.Names.Select(name => (Name: name, Terms: SampleRequests.Terms(name))).ToList();
        foreach (var (name, terms) in samples.Where(sample => FormDrafts.Forms.Contains(sample.Terms.Request.Form)))
        {
            yield return KeyValuePair.Create(name, () => SampleRequests.Read(name));
        }

        foreach (var form in FormDrafts.Forms)
        {
            var (sample, terms) = samples.First(sample => sample.Terms.Request.Form == form);
            foreach (var (variant, edits) in Variants)
            {
                yield return KeyValuePair.Create(Name(form, variant), () => SampleRequests.Edited(sample, Between(terms.Request, edits)));
            }
        }

        foreach (var (form, variant, edits) in FormVariants.All)
        {
            var sample = samples.First(sample => sample.Terms.Request.Form == form).Name;
            yield return KeyValuePair.Create(Name(form, variant), () => SampleRequests.Edited(sample, edits));
        }

        yield return KeyValuePair.Create(Name(AllianceForm.JointVenture, "two parties"), TwoParties);
        yield return KeyValuePair.Create(Name(AllianceForm.JointVenture, "twenty parties"), TwentyParties);
    }

    private static string Between(AgreementRequest request, string edits) => edits
        .Replace("{lead}", request.Parties.Single(party => party.Role == PartyRole.Lead).ShortName, StringComparison.Ordinal)
        .Replace("{partner}", request.Parties.First(party => party.Role == PartyRole.Partner).ShortName, StringComparison.Ordinal);

    private static string HealthInformation(string atTermination) => $$"""
        $.dataProtection = { "protectedHealthInformation": true, "businessAssociate": { "coveredEntities": ["{lead}"], "businessAssociates": ["{partner}"], "permittedUses": ["Quality assessment"], "breachNoticeDays": 5, "atTermination": "{{atTermination}}" }, "safeguards": [] }
        """;

    /// <summary>A policy of each kind: the first binds two parties, the others every party, and every other one has a limit for the year.</summary>
    private static string InsurancePolicies() => string.Join(", ", Enum.GetValues<InsuranceKind>().Select(kind =>
    {
        var limits = kind is InsuranceKind.WorkersCompensation ? ""
            : (int)kind % 2 == 0 ? """, "perClaim": { "amount": 1000000, "currency": "USD" }"""
            : """, "perClaim": { "amount": 1000000, "currency": "USD" }, "aggregate": { "amount": 3000000, "currency": "USD" }""";
        var parties = kind is InsuranceKind.ProfessionalLiability ? """ "{lead}", "{partner}" """ : "";
        return $$"""{ "kind": "{{kind}}", "parties": [{{parties.Trim()}}]{{limits}} }""";
    }));

    private static byte[] TwoParties()
    {
        var request = SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, """
            $.parties[2] -
            $.parties[1] -
            $.ipFramework.foregroundOwnership = "Joint"
            $.ipFramework.foregroundOwner -
            $.ipFramework.licences = []
            $.company = null
            $.insurance = null
            $.transferProtocols = []
            $.transitionServices = []
            """);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(request)
            .Replace("\"Penobscot Bay\"", "\"Fundy Genomics\"", StringComparison.Ordinal)
            .Replace("\"Corrib\"", "\"Fundy Genomics\"", StringComparison.Ordinal));
    }

    private static byte[] TwentyParties() => SampleRequests.Edited(SampleRequests.NorthernHeart, string.Concat(Enumerable.Range(5, 15).Select(index => $$"""
        $.parties[{{index}}] = { "legalName": "Lake County Hospital District No. {{index}}", "shortName": "District {{index}}", "entityType": "public hospital district", "jurisdiction": "State of Minnesota", "address": { "street": "{{index}} Harbor Road", "city": "Duluth", "postalCode": "55802", "country": "US" }, "role": "Partner", "signatory": { "name": "Signatory {{index}}", "title": "Administrator", "email": "signatory@district{{index}}.example" }, "approvers": [{ "name": "Approver {{index}}", "title": "Counsel", "email": "approver@district{{index}}.example" }] }

        """)));
}
