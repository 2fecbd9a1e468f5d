using System.Reflection;
using System.Text.RegularExpressions;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Web.Components;

namespace AllianceAgreements.Web.Forms;

/// <summary>What the guided form says beside the names of the request model: labels where the name will not do, hints, and kinds a type does not tell.</summary>
internal static partial class RequestGuide
{
    private static readonly Dictionary<string, Entry> Entries = new(FormSectionGuide.Entries, StringComparer.Ordinal)
    {
        [Key<AgreementRequest>(nameof(AgreementRequest.Form))] = new("Form of the alliance"),
        [Key<AgreementRequest>(nameof(AgreementRequest.Title))] = new(Hint: "The name of the alliance, without its form: “Great Lakes Cardiac Imaging Alliance”."),
        [Key<AgreementRequest>(nameof(AgreementRequest.Parties))] = new(Hint: "2 to 20 parties, one of them the lead. Everywhere else, a party is named by its short name.", Row: "Party"),
        [Key<AgreementRequest>(nameof(AgreementRequest.Rationale))] = new("Strategic rationale", "Each becomes a recital."),
        [Key<AgreementRequest>(nameof(AgreementRequest.Objectives))] = new(Hint: "Specific, measurable, achievable, relevant, time-bound."),
        [Key<AgreementRequest>(nameof(AgreementRequest.Governance))] = new("Governance bodies", "The most senior first: the agreement ranks them in this order.", Row: "Body"),
        [Key<AgreementRequest>(nameof(AgreementRequest.DecisionMatrix))] = new(Hint: "Which decisions need whose consent.", Row: "Decision"),
        [Key<AgreementRequest>(nameof(AgreementRequest.ResourceLedger))] = new(Hint: "What each party puts in.", Row: "Contribution"),
        [Key<AgreementRequest>(nameof(AgreementRequest.Equity))] = new("Shareholding", "With the form “Equity alliance” only."),
        [Key<AgreementRequest>(nameof(AgreementRequest.Company))] = new("Company", "With the form “Joint venture” only; may stay empty while the parties have not settled it."),
        [Key<AgreementRequest>(nameof(AgreementRequest.Consortium))] = new("Consortium", "With the form “Co-development consortium” only."),
        [Key<AgreementRequest>(nameof(AgreementRequest.Supply))] = new("Supply", "With the form “Supply chain partnership” only."),
        [Key<AgreementRequest>(nameof(AgreementRequest.IpFramework))] = new("Intellectual property"),
        [Key<AgreementRequest>(nameof(AgreementRequest.EscalationPathway))] = new(Hint: "How a dispute climbs, lowest tier first.", Row: "Tier"),
        [Key<AgreementRequest>(nameof(AgreementRequest.Covenants))] = new("Restrictive covenants", "Each may stay empty. No wider than the alliance needs: have antitrust counsel look at them."),
        [Key<AgreementRequest>(nameof(AgreementRequest.Insurance))] = new("Required insurance", "May stay empty: each party then keeps what is customary for an organization of its size and activity."),
        [Key<AgreementRequest>(nameof(AgreementRequest.TerminationTriggers))] = new(Hint: "What ends the agreement early.", Row: "Trigger"),
        [Key<AgreementRequest>(nameof(AgreementRequest.TransferProtocols))] = new("Transfer of assets and data", "How they move at the end. May stay empty.", Row: "Transfer"),
        [Key<AgreementRequest>(nameof(AgreementRequest.TransitionServices))] = new(Hint: "Services that go on after the end, so that care does not stop. May stay empty.", Row: "Service"),
        [Key<AgreementRequest>(nameof(AgreementRequest.ExitCommunication))] = new("Exit communication plan"),
        [Key<AgreementRequest>(nameof(AgreementRequest.ApprovalPolicy))] = new("Approval", "Approvals come before signatures. Without stages, approval follows the decision matrix: all parties are asked at once, and the draft is approved when it is by every rule of the matrix."),
        [Key<AgreementRequest>(nameof(AgreementRequest.SigningPolicy))] = new("Signing"),

        [Key<Party>(nameof(Party.ShortName))] = new(Hint: "2 to 40 characters, unique."),
        [Key<Party>(nameof(Party.EntityType))] = new(Hint: "Such as “nonprofit corporation”."),
        [Key<Party>(nameof(Party.Jurisdiction))] = new(Hint: "The law it is organized under."),
        [Key<Party>(nameof(Party.Address))] = new("Registered address"),
        [Key<Party>(nameof(Party.Logo))] = new(Hint: "For the cover. A PNG or JPEG file of at most 256 KiB, 16 to 3,000 pixels wide and high. The whole request has at most 1 MiB, of which a logo takes a third more than its file has.", Kind: ValueKind.Image),
        [Key<Party>(nameof(Party.Approvers))] = new(Hint: "Each is asked to approve the draft.", Row: "Approver"),
        [Key<Address>(nameof(Address.Country))] = new(Hint: "Two letters (ISO 3166): US."),
        [Key<Signatory>(nameof(Signatory.Title))] = new("Office held"),
        [Key<Signatory>(nameof(Signatory.Email))] = new("E-mail", Kind: ValueKind.Email),
        [Key<Approver>(nameof(Approver.Title))] = new("Office held"),
        [Key<Approver>(nameof(Approver.Email))] = new("E-mail", Kind: ValueKind.Email),

        [Key<StrategicRationale>(nameof(StrategicRationale.MarketPositioning))] = new(Kind: ValueKind.Paragraph),
        [Key<StrategicRationale>(nameof(StrategicRationale.CapabilityComplementarity))] = new(Kind: ValueKind.Paragraph),
        [Key<StrategicRationale>(nameof(StrategicRationale.InnovationAcceleration))] = new(Kind: ValueKind.Paragraph),
        [Key<Objective>(nameof(Objective.Due))] = new("Due by"),
        [Key<Workstream>(nameof(Workstream.LeadParty))] = new(Kind: ValueKind.Party),
        [Key<Workstream>(nameof(Workstream.Deliverables))] = new(Hint: "One a line."),
        [Key<Milestone>(nameof(Milestone.Due))] = new("Due by"),

        [Key<GovernanceBody>(nameof(GovernanceBody.ChairParty))] = new("Chaired by", Kind: ValueKind.Party),
        [Key<GovernanceBody>(nameof(GovernanceBody.MembersPerParty))] = new("Members a party"),
        [Key<GovernanceBody>(nameof(GovernanceBody.Cadence))] = new("Meets"),
        [Key<DecisionRule>(nameof(DecisionRule.Rule))] = new("Decided by"),
        [Key<DecisionRule>(nameof(DecisionRule.ThresholdPercent))] = new("Threshold, percent of the parties", "With “Threshold” only."),
        [Key<DecisionRule>(nameof(DecisionRule.LeadParty))] = new("Lead organization", "With “Lead organization” only.", ValueKind.Party),
        [Key<EscalationTier>(nameof(EscalationTier.Level))] = new("Who tries to settle it"),
        [Key<EscalationTier>(nameof(EscalationTier.Days))] = new("Days before it climbs"),

        [Key<ResourceContribution>(nameof(ResourceContribution.Party))] = new(Kind: ValueKind.Party),
        [Key<ResourceContribution>(nameof(ResourceContribution.Value))] = new("Agreed value"),
        [Key<ResourceContribution>(nameof(ResourceContribution.From))] = new("First day"),
        [Key<ResourceContribution>(nameof(ResourceContribution.To))] = new("Last day"),
        [Key<Money>(nameof(Money.Currency))] = new(Hint: "ISO 4217: USD."),

        [Key<IpFramework>(nameof(IpFramework.BackgroundIp))] = new("Background IP", "What each party brings and keeps.", Row: "Background IP"),
        [Key<IpFramework>(nameof(IpFramework.ForegroundOwnership))] = new("Foreground IP is owned"),
        [Key<IpFramework>(nameof(IpFramework.ForegroundOwner))] = new("Owner of foreground IP", "With “By one named party” only.", ValueKind.Party),
        [Key<IpFramework>(nameof(IpFramework.DerivativeWorks))] = new("Derivative works are owned"),
        [Key<IpFramework>(nameof(IpFramework.Licences))] = new(Hint: "May stay empty.", Row: "Licence"),
        [Key<BackgroundIp>(nameof(BackgroundIp.Party))] = new("Owner", Kind: ValueKind.Party),
        [Key<IpLicence>(nameof(IpLicence.Licensor))] = new(Kind: ValueKind.Party),
        [Key<IpLicence>(nameof(IpLicence.Licensees))] = new(Hint: "Short names, one a line.", Kind: ValueKind.PartyLines),
        [Key<IpLicence>(nameof(IpLicence.Field))] = new("Field of use"),

        [Key<DataProtection>(nameof(DataProtection.ProtectedHealthInformation))] = new("Is protected health information exchanged?", "45 CFR 160.103."),
        [Key<DataProtection>(nameof(DataProtection.BusinessAssociate))] = new("Business associate terms", "Needed when protected health information is exchanged; otherwise leave all of it empty. 45 CFR 164.504(e)."),
        [Key<DataProtection>(nameof(DataProtection.Safeguards))] = new(Hint: "Security measures beyond the law’s minimum, one a line."),
        [Key<BusinessAssociateTerms>(nameof(BusinessAssociateTerms.CoveredEntities))] = new(Hint: "Short names, one a line.", Kind: ValueKind.PartyLines),
        [Key<BusinessAssociateTerms>(nameof(BusinessAssociateTerms.BusinessAssociates))] = new(Hint: "Short names, one a line.", Kind: ValueKind.PartyLines),
        [Key<BusinessAssociateTerms>(nameof(BusinessAssociateTerms.PermittedUses))] = new(Hint: "One a line."),
        [Key<BusinessAssociateTerms>(nameof(BusinessAssociateTerms.BreachNoticeDays))] = new("Days to report a breach", "1 to 60. 45 CFR 164.410(b)."),
        [Key<BusinessAssociateTerms>(nameof(BusinessAssociateTerms.AtTermination))] = new("At the end, information is"),
        [Key<Confidentiality>(nameof(Confidentiality.SurvivalYears))] = new("Years it outlives the agreement", "1 to 20."),
        [Key<Confidentiality>(nameof(Confidentiality.AlwaysConfidential))] = new("Confidential without being marked", "One a line."),
        [Key<Confidentiality>(nameof(Confidentiality.TradeSecretsIndefinitely))] = new("Do trade secrets stay protected for as long as they are trade secrets?"),

        [Key<InsuranceTerms>(nameof(InsuranceTerms.Policies))] = new(Row: "Policy"),
        [Key<InsuranceTerms>(nameof(InsuranceTerms.TailYears))] = new("Years that claims-made coverage is kept up afterwards", "1 to 10."),
        [Key<InsurancePolicy>(nameof(InsurancePolicy.Kind))] = new("Coverage"),
        [Key<InsurancePolicy>(nameof(InsurancePolicy.Parties))] = new("Kept by", "Short names, one a line. Empty for every party.", ValueKind.PartyLines),
        [Key<InsurancePolicy>(nameof(InsurancePolicy.PerClaim))] = new("Limit for each claim", "Empty with workers’ compensation only, whose limits the law sets."),
        [Key<InsurancePolicy>(nameof(InsurancePolicy.Aggregate))] = new("Limit for all claims of a year", "Empty for none."),

        [Key<TerminationTrigger>(nameof(TerminationTrigger.Criterion))] = new("When exactly it has happened", Kind: ValueKind.Paragraph),
        [Key<TerminationTrigger>(nameof(TerminationTrigger.CureDays))] = new("Days to cure", "0 when it cannot be cured."),
        [Key<TerminationTrigger>(nameof(TerminationTrigger.NoticeDays))] = new("Days of notice"),
        [Key<TransferProtocol>(nameof(TransferProtocol.Subject))] = new("What moves"),
        [Key<TransferProtocol>(nameof(TransferProtocol.From))] = new(Kind: ValueKind.Party),
        [Key<TransferProtocol>(nameof(TransferProtocol.To))] = new(Kind: ValueKind.Party),
        [Key<TransferProtocol>(nameof(TransferProtocol.Method))] = new("How it moves"),
        [Key<TransferProtocol>(nameof(TransferProtocol.Days))] = new("Days after the end"),
        [Key<TransitionService>(nameof(TransitionService.Provider))] = new(Kind: ValueKind.Party),
        [Key<TransitionService>(nameof(TransitionService.Recipient))] = new(Kind: ValueKind.Party),
        [Key<TransitionService>(nameof(TransitionService.Months))] = new(Hint: "1 to 36."),
        [Key<TransitionService>(nameof(TransitionService.MonthlyFee))] = new(Hint: "With “Fixed monthly fee” only."),
        [Key<TransitionService>(nameof(TransitionService.MarkupPercent))] = new("Markup, percent", "With “Cost and a markup” only."),
        [Key<ExitCommunicationPlan>(nameof(ExitCommunicationPlan.Spokesperson))] = new(Hint: "The party that speaks for all.", Kind: ValueKind.Party),
        [Key<ExitCommunicationPlan>(nameof(ExitCommunicationPlan.JointStatementDays))] = new("Business days to prepare a joint statement"),
        [Key<ExitCommunicationPlan>(nameof(ExitCommunicationPlan.Audiences))] = new(Row: "Audience"),
        [Key<ExitAudience>(nameof(ExitAudience.Audience))] = new("Who is told"),
        [Key<ExitAudience>(nameof(ExitAudience.ResponsibleParty))] = new("Told by", Kind: ValueKind.Party),
        [Key<ExitAudience>(nameof(ExitAudience.Channel))] = new("How"),
        [Key<ExitAudience>(nameof(ExitAudience.Days))] = new("Days after notice"),

        [Key<Term>(nameof(Term.InitialMonths))] = new("Initial term, months"),
        [Key<Term>(nameof(Term.RenewalMonths))] = new("Renewal term, months", "Unless it does not renew."),
        [Key<Term>(nameof(Term.RenewalNoticeDays))] = new("Days of notice about renewal", "Unless it does not renew."),
        [Key<Term>(nameof(Term.StructuralReviewMonths))] = new("Months between structural reviews", "12 to 18."),
        [Key<GoverningLaw>(nameof(GoverningLaw.Forum))] = new("Disputes are heard by"),
        [Key<GoverningLaw>(nameof(GoverningLaw.ArbitrationRules))] = new(Hint: "With arbitration only."),
        [Key<ApprovalPolicy>(nameof(ApprovalPolicy.DeadlineDays))] = new("Days each round stays open", "1 to 90."),
        [Key<ApprovalPolicy>(nameof(ApprovalPolicy.ReminderDays))] = new("Days between reminders", "1 to 30."),
        [Key<ApprovalPolicy>(nameof(ApprovalPolicy.PartyVote))] = new("Vote of a party with several approvers", "Left empty, every one of them must approve."),
        [Key<ApprovalPolicy>(nameof(ApprovalPolicy.Stages))] = new("Stages of approval", "May stay empty. One after another; the groups of a stage decide at the same time. Every party must be in one of them.", Row: "Stage"),
        [Key<ApprovalStage>(nameof(ApprovalStage.Groups))] = new(Row: "Group"),
        [Key<ApprovalGroup>(nameof(ApprovalGroup.Parties))] = new(Hint: "Short names, one a line.", Kind: ValueKind.PartyLines),
        [Key<ApprovalGroup>(nameof(ApprovalGroup.Rule))] = new("Decided by"),
        [Key<ApprovalGroup>(nameof(ApprovalGroup.ThresholdPercent))] = new("Threshold, percent of the parties", "With “Threshold” only, or a number of parties."),
        [Key<ApprovalGroup>(nameof(ApprovalGroup.ThresholdCount))] = new("Threshold, number of parties", "With “Threshold” only, or a percentage."),
        [Key<ApprovalGroup>(nameof(ApprovalGroup.LeadParty))] = new("Lead organization", "With “Lead organization” only.", ValueKind.Party),
        [Key<SigningPolicy>(nameof(SigningPolicy.DeadlineDays))] = new("Days to sign", "1 to 180."),
        [Key<SigningPolicy>(nameof(SigningPolicy.ReminderDays))] = new("Days between reminders", "1 to 30."),
    };

    private static readonly Dictionary<Enum, string> Choices = new(FormSectionGuide.Choices)
    {
        [DecisionRuleKind.LeadOrganisation] = "Lead organization",
        [ForegroundOwnership.Joint] = "Jointly, in equal shares",
        [ForegroundOwnership.ByInventorship] = "By the party whose people made it",
        [ForegroundOwnership.AssignedToParty] = "By one named party",
        [DerivativeWorksOwnership.BackgroundOwner] = "By the owner of the background IP",
        [DerivativeWorksOwnership.Creator] = "By the party that made it",
        [DerivativeWorksOwnership.AsForeground] = "Like foreground IP",
        [Exclusivity.NonExclusive] = "Non-exclusive",
        [InsuranceKind.DirectorsAndOfficers] = "Directors’ and officers’ liability",
        [InsuranceKind.TechnologyLiability] = "Technology errors and omissions",
        [InsuranceKind.WorkersCompensation] = "Workers’ compensation",
        [DataDisposition.Return] = "Returned",
        [DataDisposition.Destroy] = "Destroyed",
        [DataDisposition.ReturnOrDestroy] = "Returned or destroyed, as its discloser chooses",
        [Cadence.SemiAnnually] = "Every six months",
        [FeeBasis.FixedMonthly] = "Fixed monthly fee",
        [FeeBasis.Cost] = "Cost",
        [FeeBasis.CostPlus] = "Cost and a markup",
        [RenewalKind.None] = "It ends",
        [RenewalKind.Automatic] = "It renews unless a party gives notice",
        [RenewalKind.ByAgreement] = "It renews if the parties agree",
        [PartyVote.EveryApprover] = "Every approver must approve",
        [PartyVote.AnyApprover] = "The first approver to decide does so for the party",
        [SigningOrder.Parallel] = "All at once, each on its own counterpart",
        [SigningOrder.Sequential] = "One after another on the same copy, the lead last",
    };

    /// <summary>What is said about a property.</summary>
    public static Entry Of(PropertyInfo property) =>
        Entries.GetValueOrDefault($"{property.DeclaringType!.Name}.{property.Name}") ?? Entry.Nothing;

    /// <summary>"MarketPositioning" as "Market positioning".</summary>
    public static string Spell(string name)
    {
        var words = WordStart().Replace(name, " $0").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A member of an enumeration as people read it.</summary>
    public static string SpellChoice(Type type, string name)
    {
        var value = (Enum)Enum.Parse(type, name);
        return value is AllianceForm form ? Wording.Of(form) : Choices.GetValueOrDefault(value) ?? Spell(name);
    }

    /// <summary>What a property is called in <see cref="Entries"/>.</summary>
    internal static string Key<T>(string property) => $"{typeof(T).Name}.{property}";

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();

    /// <summary>What is said about a property.</summary>
    internal sealed record Entry(string? Label = null, string? Hint = null, ValueKind? Kind = null, string? Row = null)
    {
        public static Entry Nothing { get; } = new();
    }
}
