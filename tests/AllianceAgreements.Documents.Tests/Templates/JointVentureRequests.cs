using System.Text;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Requests that take the joint venture template through every choice it makes, by name.</summary>
internal static class JointVentureRequests
{
    private static readonly Dictionary<string, Func<byte[]>> ByName = new(StringComparer.Ordinal)
    {
        ["northern heart"] = () => SampleRequests.Read(SampleRequests.NorthernHeart),
        ["north atlantic"] = () => SampleRequests.Read(SampleRequests.NorthAtlanticOncology),
        ["two parties"] = TwoParties,
        ["twenty parties"] = TwentyParties,
        ["optional lists empty"] = () => NorthAtlantic("""
            $.ipFramework.backgroundIp = []
            $.ipFramework.licences = []
            $.dataProtection.safeguards = []
            $.confidentiality.alwaysConfidential = []
            $.confidentiality.tradeSecretsIndefinitely = false
            $.transferProtocols = []
            $.transitionServices = []
            $.workstreams[0].milestones = []
            """),
        ["foreground joint, derivatives of the creator"] = () => NorthernHeart("""
            $.ipFramework.foregroundOwnership = "Joint"
            $.ipFramework.derivativeWorks = "Creator"
            """),
        ["foreground assigned, derivatives of the background owner"] = () => NorthernHeart("""
            $.ipFramework.foregroundOwnership = "AssignedToParty"
            $.ipFramework.foregroundOwner = "Keweenaw"
            """),
        ["no renewal"] = () => NorthernHeart("""
            $.term.renewal = "None"
            $.term.renewalMonths -
            $.term.renewalNoticeDays -
            """),
        ["health information returned"] = () => NorthernHeart("""
            $.dataProtection.businessAssociate.atTermination = "Return"
            """),
        ["health information destroyed"] = () => NorthernHeart("""
            $.dataProtection.businessAssociate.atTermination = "Destroy"
            """),
        ["one of everything"] = () => NorthernHeart("""
            $.term.renewalMonths = 1
            $.term.renewalNoticeDays = 1
            $.confidentiality.survivalYears = 1
            $.dataProtection.businessAssociate.breachNoticeDays = 1
            $.exitCommunication.jointStatementDays = 1
            $.exitCommunication.audiences[0].days = 0
            $.exitCommunication.audiences[1].days = 1
            $.escalationPathway[0].days = 1
            $.terminationTriggers[0].cureDays = 1
            $.terminationTriggers[0].noticeDays = 1
            """),
    };

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The terms of a name.</summary>
    public static AgreementTerms Terms(string name) => SampleRequests.Accept(ByName[name]());

    private static byte[] NorthernHeart(string edits) => SampleRequests.Edited(SampleRequests.NorthernHeart, edits);

    private static byte[] NorthAtlantic(string edits) => SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, edits);

    private static byte[] TwoParties()
    {
        var request = NorthAtlantic("""
            $.parties[2] -
            $.parties[1] -
            $.ipFramework.foregroundOwnership = "Joint"
            $.ipFramework.foregroundOwner -
            $.ipFramework.licences = []
            $.transferProtocols = []
            $.transitionServices = []
            """);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(request)
            .Replace("\"Penobscot Bay\"", "\"Fundy Genomics\"", StringComparison.Ordinal)
            .Replace("\"Corrib\"", "\"Fundy Genomics\"", StringComparison.Ordinal));
    }

    private static byte[] TwentyParties() => NorthernHeart(string.Concat(Enumerable.Range(5, 15).Select(index => $$"""
        $.parties[{{index}}] = { "legalName": "Lake County Hospital District No. {{index}}", "shortName": "District {{index}}", "entityType": "public hospital district", "jurisdiction": "State of Minnesota", "address": { "street": "{{index}} Harbor Road", "city": "Duluth", "postalCode": "55802", "country": "US" }, "role": "Partner", "signatory": { "name": "Signatory {{index}}", "title": "Administrator", "email": "signatory@district{{index}}.example" }, "approvers": [{ "name": "Approver {{index}}", "title": "Counsel", "email": "approver@district{{index}}.example" }] }

        """)));
}
