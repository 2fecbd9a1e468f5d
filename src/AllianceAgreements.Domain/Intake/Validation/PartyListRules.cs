using System.Collections.Frozen;
using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;
using FluentValidation.Results;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>The rules that look at all parties together, and the names none of them may take.</summary>
internal static class PartyListRules
{
    /// <summary>Terms that agreements define for themselves; a party of the same name would change what they mean.</summary>
    private static readonly FrozenSet<string> DefinedTerms = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Acceding Party", "Affected Party", "Affiliate", "Agreement", "Alliance", "Applicable Law", "Background IP", "Budget",
        "Business Associate", "Business Associate Terms", "Business Day", "Buyer", "Chair", "Change of Control", "Closing",
        "Communications Plan", "Company", "Company Agreement", "Confidential Information", "Contract Year", "Contribution",
        "Control", "Controlled", "Controls", "Coordinator", "Cost", "Covered Entity", "Data Protection Law", "Deadlock",
        "Decision Matrix", "Deliverable", "Derivative Work", "Disclosing Party", "Dispute", "Dispute Notice", "Effective Date",
        "Escalation Pathway", "Excluded", "Exclusion", "Exit", "Exit Communication Plan", "Exit Date", "Exiting Party",
        "Fair Value", "Federal Health Care Program", "Fill Rate", "Forecast", "Foreground IP", "Fully Diluted Capital",
        "Governance Body", "HIPAA Rules", "Initial Term", "Intellectual Property", "Interest", "Investor", "Issuer",
        "Joint Venture", "Law", "Lead", "Lead Organisation", "Lead Organization", "Lead Party", "Licence", "License", "Losses",
        "Milestone", "Nonconforming Product", "Objective", "Parties", "Partner", "Party", "Percentage Interest", "Person",
        "Personal Data", "Personnel", "Product", "Protected Health Information", "Provider", "Purchase Order",
        "Purchased Shares", "Quality Agreement", "Recall", "Receiving Party", "Recipient", "Renewal Term", "Resource Ledger",
        "Schedule", "Services", "Shortage", "Specifications", "Structural Review", "Supplier", "Term", "Termination",
        "Termination Trigger", "Third Party", "Transfer Protocol", "Transition Service", "Transition Services", "Workstream",
        "Workstream Lead");

    /// <summary>Exactly one party leads. The fault is at the list when none does, else at every lead after the first.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<Party>> OneLeads<T>(this IRuleBuilder<T, IReadOnlyList<Party>> rule) =>
        rule.Custom((parties, context) =>
        {
            if (parties is null || !RequestFacts.From(context).RolesReadable)
            {
                return;
            }

            var leads = parties.Index().Where(party => party.Item.Role is PartyRole.Lead).Select(party => party.Index).ToArray();
            if (leads.Length == 0)
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, "has no lead; give exactly one party the role Lead"));
            }

            foreach (var index in leads.Skip(1))
            {
                context.AddFailure(new ValidationFailure(
                    $"{context.PropertyPath}[{index}].{nameof(Party.Role)}",
                    $"is Lead, but {Quoted.Value(parties[leads[0]].ShortName)} leads already; exactly one party leads, so give Partner"));
            }
        });

    /// <summary>Every approver of the agreement has an address of their own, because each is asked, and counted, once.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<Party>> DistinctApprovers<T>(this IRuleBuilder<T, IReadOnlyList<Party>> rule) =>
        rule.Custom((parties, context) => context.AddRepeats(
            from party in (parties ?? []).Index()
            from approver in (party.Item?.Approvers ?? []).Index()
            select (
                (string?)approver.Item?.Email,
                $"{context.PropertyPath}[{party.Index}].{nameof(Party.Approvers)}[{approver.Index}].{nameof(Approver.Email)}")));

    /// <summary>Not a term that agreements define for themselves.</summary>
    public static IRuleBuilderOptions<T, string?> NotDefined<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Finds((_, name) => name is null || !DefinedTerms.Contains(name) ? null
            : $"is {Quoted.Value(name)}, which the agreement uses as a defined term; give a name of the party's own");
}
