namespace AllianceAgreements.Domain.Intake;

/// <summary>
/// What a legal team asks for: the structured terms of one alliance agreement, as they come in (JSON, camel case).
/// Not yet validated; <see cref="Terms.AgreementTerms"/> is what passed.
/// </summary>
/// <remarks>
/// Everywhere, a party is named by its <see cref="Party.ShortName"/>, ignoring case. Lengths are in characters. Text is never
/// blank, never starts or ends with a space, holds no control characters and no line breaks unless said otherwise, and is at
/// most 1000 characters long; names, offices, places and titles at most 200. Days other than the effective date lie from
/// 2000-01-01 to 2199-12-31.
/// </remarks>
public sealed record AgreementRequest
{
    /// <summary>The form of the alliance; chooses the template.</summary>
    public required AllianceForm Form { get; init; }

    /// <summary>The title of the agreement, without its form ("Great Lakes Cardiac Imaging Alliance").</summary>
    public required string Title { get; init; }

    /// <summary>The parties, 2 to 20, exactly one of them the lead.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>Why the parties ally.</summary>
    public required StrategicRationale Rationale { get; init; }

    /// <summary>What the alliance is to achieve, each SMART; 1 to 50.</summary>
    public required IReadOnlyList<Objective> Objectives { get; init; }

    /// <summary>Who does what by when; 1 to 50.</summary>
    public required IReadOnlyList<Workstream> Workstreams { get; init; }

    /// <summary>The bodies that govern the alliance, the most senior first; 1 to 20. The agreement ranks them in this order.</summary>
    public required IReadOnlyList<GovernanceBody> Governance { get; init; }

    /// <summary>Which decisions need whose consent; 1 to 100.</summary>
    public required IReadOnlyList<DecisionRule> DecisionMatrix { get; init; }

    /// <summary>What each party puts in; 1 to 500 rows.</summary>
    public required IReadOnlyList<ResourceContribution> ResourceLedger { get; init; }

    /// <summary>The shareholding; with <see cref="AllianceForm.EquityAlliance"/>, and left out with other forms.</summary>
    public EquityTerms? Equity { get; init; }

    /// <summary>The company; may be given with <see cref="AllianceForm.JointVenture"/>, and is left out with other forms.</summary>
    public CompanyTerms? Company { get; init; }

    /// <summary>How members come and go; with <see cref="AllianceForm.CoDevelopmentConsortium"/>, and left out with other forms.</summary>
    public ConsortiumTerms? Consortium { get; init; }

    /// <summary>What is supplied; with <see cref="AllianceForm.SupplyChainPartnership"/>, and left out with other forms.</summary>
    public SupplyTerms? Supply { get; init; }

    /// <summary>Who owns and may use what intellectual property.</summary>
    public required IpFramework IpFramework { get; init; }

    /// <summary>How personal and health data are protected.</summary>
    public required DataProtection DataProtection { get; init; }

    /// <summary>How disputes climb, lowest tier first; 1 to 10.</summary>
    public required IReadOnlyList<EscalationTier> EscalationPathway { get; init; }

    /// <summary>What is kept confidential and how long.</summary>
    public required Confidentiality Confidentiality { get; init; }

    /// <summary>What the parties promise not to do beside the alliance; may be left out.</summary>
    public RestrictiveCovenants? Covenants { get; init; }

    /// <summary>What insurance the parties keep, by kind and amount; may be left out.</summary>
    public InsuranceTerms? Insurance { get; init; }

    /// <summary>What ends the agreement early; 1 to 50.</summary>
    public required IReadOnlyList<TerminationTrigger> TerminationTriggers { get; init; }

    /// <summary>How assets and data move at the end; at most 100.</summary>
    public required IReadOnlyList<TransferProtocol> TransferProtocols { get; init; }

    /// <summary>Services that go on after the end, so that care does not stop; at most 100.</summary>
    public required IReadOnlyList<TransitionService> TransitionServices { get; init; }

    /// <summary>Who tells whom about the end.</summary>
    public required ExitCommunicationPlan ExitCommunication { get; init; }

    /// <summary>How long the agreement runs.</summary>
    public required Term Term { get; init; }

    /// <summary>Which law governs, and where disputes are heard.</summary>
    public required GoverningLaw GoverningLaw { get; init; }

    /// <summary>How the draft is approved.</summary>
    public required ApprovalPolicy ApprovalPolicy { get; init; }

    /// <summary>How the approved revision is signed.</summary>
    public required SigningPolicy SigningPolicy { get; init; }
}
