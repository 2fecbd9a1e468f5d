namespace AllianceAgreements.Domain.Intake;

/// <summary>
/// Requests name parties ignoring case; agreements print those names. So validated requests have every reference spelled
/// as the party spells itself.
/// </summary>
internal static class PartySpelling
{
    /// <summary>The request with its references spelled right. Every reference must name a party.</summary>
    public static AgreementRequest Apply(AgreementRequest request)
    {
        var spelled = request.Parties.ToDictionary(party => party.ShortName, party => party.ShortName, StringComparer.OrdinalIgnoreCase);
        return request with
        {
            Workstreams = Each(request.Workstreams, workstream => workstream with { LeadParty = spelled[workstream.LeadParty] }),
            Governance = Each(request.Governance, body => body with { ChairParty = spelled[body.ChairParty] }),
            DecisionMatrix = Each(request.DecisionMatrix, decision => decision with { LeadParty = Optional(decision.LeadParty, spelled) }),
            ResourceLedger = Each(request.ResourceLedger, contribution => contribution with { Party = spelled[contribution.Party] }),
            Equity = Spell(request.Equity, spelled),
            Company = Spell(request.Company, spelled),
            Consortium = Spell(request.Consortium, spelled),
            Supply = Spell(request.Supply, spelled),
            IpFramework = Spell(request.IpFramework, spelled),
            DataProtection = request.DataProtection with { BusinessAssociate = Spell(request.DataProtection.BusinessAssociate, spelled) },
            Insurance = Spell(request.Insurance, spelled),
            TransferProtocols = Each(
                request.TransferProtocols,
                transfer => transfer with { From = spelled[transfer.From], To = spelled[transfer.To] }),
            TransitionServices = Each(
                request.TransitionServices,
                service => service with { Provider = spelled[service.Provider], Recipient = spelled[service.Recipient] }),
            ExitCommunication = request.ExitCommunication with
            {
                Spokesperson = spelled[request.ExitCommunication.Spokesperson],
                Audiences = Each(
                    request.ExitCommunication.Audiences,
                    audience => audience with { ResponsibleParty = spelled[audience.ResponsibleParty] }),
            },
            ApprovalPolicy = Spell(request.ApprovalPolicy, spelled),
        };
    }

    private static ApprovalPolicy Spell(ApprovalPolicy policy, Dictionary<string, string> spelled) =>
        policy.Stages is not { Count: > 0 } stages ? policy with { Stages = null } : policy with
        {
            Stages = Each(stages, stage => stage with
            {
                Groups = Each(stage.Groups, group => group with
                {
                    Parties = Each(group.Parties, party => spelled[party]),
                    LeadParty = Optional(group.LeadParty, spelled),
                }),
            }),
        };

    private static EquityTerms? Spell(EquityTerms? terms, Dictionary<string, string> spelled) =>
        terms is null ? null : terms with
        {
            Issuer = spelled[terms.Issuer],
            Investments = Each(terms.Investments, investment => investment with { Investor = spelled[investment.Investor] }),
        };

    private static CompanyTerms? Spell(CompanyTerms? terms, Dictionary<string, string> spelled) =>
        terms is null ? null : terms with { Board = Each(terms.Board, seats => seats with { Party = spelled[seats.Party] }) };

    private static ConsortiumTerms? Spell(ConsortiumTerms? terms, Dictionary<string, string> spelled) =>
        terms is null ? null : terms with
        {
            Coordinator = spelled[terms.Coordinator],
            Accession = terms.Accession with { LeadParty = Optional(terms.Accession.LeadParty, spelled) },
        };

    private static SupplyTerms? Spell(SupplyTerms? terms, Dictionary<string, string> spelled) =>
        terms is null ? null : terms with
        {
            Suppliers = Each(terms.Suppliers, party => spelled[party]),
            Buyers = Each(terms.Buyers, party => spelled[party]),
            Products = Each(terms.Products, product => product with { Supplier = spelled[product.Supplier] }),
        };

    private static IpFramework Spell(IpFramework framework, Dictionary<string, string> spelled) => framework with
    {
        BackgroundIp = Each(framework.BackgroundIp, background => background with { Party = spelled[background.Party] }),
        ForegroundOwner = Optional(framework.ForegroundOwner, spelled),
        Licences = Each(framework.Licences, licence => licence with
        {
            Licensor = spelled[licence.Licensor],
            Licensees = Each(licence.Licensees, licensee => spelled[licensee]),
        }),
    };

    private static BusinessAssociateTerms? Spell(BusinessAssociateTerms? terms, Dictionary<string, string> spelled) =>
        terms is null ? null : terms with
        {
            CoveredEntities = Each(terms.CoveredEntities, party => spelled[party]),
            BusinessAssociates = Each(terms.BusinessAssociates, party => spelled[party]),
        };

    private static InsuranceTerms? Spell(InsuranceTerms? terms, Dictionary<string, string> spelled) =>
        terms is null ? null : terms with { Policies = Each(terms.Policies, policy => policy with { Parties = Each(policy.Parties, party => spelled[party]) }) };

    private static string? Optional(string? name, Dictionary<string, string> spelled) => name is null ? null : spelled[name];

    private static IReadOnlyList<T> Each<T>(IReadOnlyList<T> items, Func<T, T> change) => [.. items.Select(change)];
}
