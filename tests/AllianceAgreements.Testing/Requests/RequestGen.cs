using AllianceAgreements.Domain.Intake;
using CsCheck;

namespace AllianceAgreements.Testing.Requests;

/// <summary>Random requests that are valid: every form, every rule, optional parts present and absent, texts in many scripts.</summary>
public static class RequestGen
{
    /// <summary>Any valid request. References are spelled as the parties spell their names.</summary>
    public static Gen<AgreementRequest> Any { get; } = Of(RequestPlan.Any);

    /// <summary>Any valid request that fits a plan.</summary>
    public static Gen<AgreementRequest> Of(RequestPlan plan) =>
        from parties in PartyGen.Parties
        from effective in ValueGen.Day(new DateOnly(2025, 1, 1), withinDays: 3000)
        from request in WithParties([.. parties], effective, plan)
        select request;

    private static Gen<AgreementRequest> WithParties(Party[] parties, DateOnly effective, RequestPlan plan)
    {
        var sections = new SectionGen(parties.Select(party => party.ShortName).ToArray(), effective, plan);
        return
            from form in Gen.Enum<AllianceForm>().Or(plan.Form)
            from title in ValueGen.Text
            from rationale in sections.Rationale
            from objectives in sections.Objective.Array[1, 4]
            from workstreams in sections.Workstreams
            from governance in sections.Governance
            from decisions in sections.DecisionMatrix
            from ledger in sections.Contribution.Array[1, 8]
            from equity in sections.Equity.When(form is AllianceForm.EquityAlliance)
            from settled in Gen.Bool.Or(plan.HasOptions)
            from company in sections.Company.When(form is AllianceForm.JointVenture && settled)
            from consortium in sections.Consortium.When(form is AllianceForm.CoDevelopmentConsortium)
            from supply in sections.Supply.When(form is AllianceForm.SupplyChainPartnership)
            from ip in sections.IpFramework
            from protection in sections.DataProtection
            from escalation in sections.EscalationTier.Array[1, 3]
            from confidentiality in sections.Confidentiality
            from restricted in Gen.Bool.Or(plan.HasOptions)
            from covenants in sections.Covenants.When(restricted)
            from insured in Gen.Bool.Or(plan.HasOptions)
            from insurance in sections.Insurance.When(insured)
            from triggers in sections.Trigger.Array[1, 8]
            from transfers in sections.Optional(sections.Transfer, 3)
            from services in sections.Optional(sections.TransitionService, 4)
            from exit in sections.ExitCommunication
            from term in sections.Term
            from law in sections.GoverningLaw
            from approval in sections.ApprovalPolicy
            from signing in sections.SigningPolicy
            select new AgreementRequest
            {
                Form = form,
                Title = title,
                Parties = parties,
                Rationale = rationale,
                Objectives = objectives,
                Workstreams = workstreams,
                Governance = governance,
                DecisionMatrix = decisions,
                ResourceLedger = ledger,
                Equity = equity,
                Company = company,
                Consortium = consortium,
                Supply = supply,
                IpFramework = ip,
                DataProtection = protection,
                EscalationPathway = escalation,
                Confidentiality = confidentiality,
                Covenants = covenants,
                Insurance = insurance,
                TerminationTriggers = triggers,
                TransferProtocols = transfers,
                TransitionServices = services,
                ExitCommunication = exit,
                Term = term,
                GoverningLaw = law,
                ApprovalPolicy = approval,
                SigningPolicy = signing,
            };
    }
}
