using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>The rules of a request; each section's own are in the class named after it.</summary>
internal sealed class AgreementRequestRules : AbstractValidator<AgreementRequest>
{
    public AgreementRequestRules()
    {
        RuleFor(request => request.Title).Text(TextRules.Name);
        RuleFor(request => request.Parties).Items(2, 20, "parties").OneLeads();
        RuleFor(request => request.Parties).Distinct(party => party.ShortName, nameof(Party.ShortName));
        RuleFor(request => request.Parties).DistinctApprovers();
        RuleForEach(request => request.Parties).SetValidator(new PartyRules());
        RuleFor(request => request.Rationale).SetValidator(new StrategicRationaleRules());
        RuleFor(request => request.Objectives).Items(1, 50, "objectives");
        RuleForEach(request => request.Objectives).SetValidator(new ObjectiveRules());
        RuleFor(request => request.Workstreams).Items(1, 50, "workstreams");
        RuleFor(request => request.Workstreams).Distinct(workstream => workstream.Name, nameof(Workstream.Name));
        RuleForEach(request => request.Workstreams).SetValidator(new WorkstreamRules());
        RuleFor(request => request.Governance).Items(1, 20, "bodies");
        RuleFor(request => request.Governance).Distinct(body => body.Name, nameof(GovernanceBody.Name));
        RuleForEach(request => request.Governance).SetValidator(new GovernanceBodyRules());
        RuleFor(request => request.DecisionMatrix).Items(1, 100, "categories");
        RuleFor(request => request.DecisionMatrix).Distinct(decision => decision.Category, nameof(DecisionRule.Category));
        RuleForEach(request => request.DecisionMatrix).SetValidator(new DecisionRuleRules());
        RuleFor(request => request.ResourceLedger).Items(1, 500, "contributions");
        RuleForEach(request => request.ResourceLedger).SetValidator(new ResourceContributionRules());
        RuleFor(request => request.Equity).GivenExactlyWith(AllianceForm.EquityAlliance, "equity terms");
        RuleFor(request => request.Equity!).SetValidator(new EquityTermsRules());
        RuleFor(request => request.Company).GivenOnlyWith(AllianceForm.JointVenture, "a company");
        RuleFor(request => request.Company!).SetValidator(new CompanyTermsRules());
        RuleFor(request => request.Consortium).GivenExactlyWith(AllianceForm.CoDevelopmentConsortium, "consortium terms");
        RuleFor(request => request.Consortium!).SetValidator(new ConsortiumTermsRules());
        RuleFor(request => request.Supply).GivenExactlyWith(AllianceForm.SupplyChainPartnership, "supply terms");
        RuleFor(request => request.Supply!).SetValidator(new SupplyTermsRules());
        RuleFor(request => request.IpFramework).SetValidator(new IpFrameworkRules());
        RuleFor(request => request.DataProtection).SetValidator(new DataProtectionRules());
        RuleFor(request => request.EscalationPathway).Items(1, 10, "tiers");
        RuleForEach(request => request.EscalationPathway).SetValidator(new EscalationTierRules());
        RuleFor(request => request.Confidentiality).SetValidator(new ConfidentialityRules());
        RuleFor(request => request.Covenants).HoldOne();
        RuleFor(request => request.Covenants!).SetValidator(new RestrictiveCovenantsRules());
        RuleFor(request => request.Insurance!).SetValidator(new InsuranceTermsRules());
        RuleFor(request => request.TerminationTriggers).Items(1, 50, "triggers");
        RuleForEach(request => request.TerminationTriggers).SetValidator(new TerminationTriggerRules());
        RuleFor(request => request.TransferProtocols).Items(0, 100, "protocols");
        RuleForEach(request => request.TransferProtocols).SetValidator(new TransferProtocolRules());
        RuleFor(request => request.TransitionServices).Items(0, 100, "services");
        RuleForEach(request => request.TransitionServices).SetValidator(new TransitionServiceRules());
        RuleFor(request => request.ExitCommunication).SetValidator(new ExitCommunicationPlanRules());
        RuleFor(request => request.Term).SetValidator(new TermRules());
        RuleFor(request => request.GoverningLaw).SetValidator(new GoverningLawRules());
        RuleFor(request => request.ApprovalPolicy).SetValidator(new ApprovalPolicyRules());
        RuleFor(request => request.SigningPolicy).SetValidator(new SigningPolicyRules());
    }
}
