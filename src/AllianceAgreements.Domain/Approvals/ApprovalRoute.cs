using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Approvals;

/// <summary>Who decides on a revision, and when it is decided; fixed when its round opens.</summary>
/// <param name="Stages">The stages, in order.</param>
/// <param name="PartyVote">Whose approval makes the vote of a party.</param>
public sealed record ApprovalRoute(IReadOnlyList<ApprovalStage> Stages, PartyVote PartyVote)
{
    /// <summary>
    /// The route of a request: its stages or, without any, its decision matrix. An agreement settles every category of the matrix, so it
    /// is approved when it is by every rule the matrix has, in one stage; rules that are the same make one group, called after their categories.
    /// </summary>
    public static ApprovalRoute Of(AgreementRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var policy = request.ApprovalPolicy;
        return new ApprovalRoute(
            policy.Stages is { Count: > 0 } stages ? stages : [FromMatrix(request)], policy.PartyVote ?? PartyVote.EveryApprover);
    }

    /// <summary>Every approver of every party, all at once: the route of rounds that were opened before there were others.</summary>
    internal static ApprovalRoute OfEverybody(IEnumerable<Participant> approvers) => new(
        [new ApprovalStage
        {
            Name = "Approval",
            Groups = [new ApprovalGroup { Name = "All parties", Parties = [.. approvers.Select(person => person.Party).Distinct()], Rule = DecisionRuleKind.Unanimous }],
        }],
        PartyVote.EveryApprover);

    private static ApprovalStage FromMatrix(AgreementRequest request) => new()
    {
        Name = "Approval",
        Groups =
        [
            .. from decision in request.DecisionMatrix
               group decision.Category by (decision.Rule, decision.ThresholdPercent, decision.LeadParty) into same
               select new ApprovalGroup
               {
                   Name = string.Join(", ", same),
                   Parties = [.. request.Parties.Select(party => party.ShortName)],
                   Rule = same.Key.Rule,
                   ThresholdPercent = same.Key.ThresholdPercent,
                   LeadParty = same.Key.LeadParty,
               },
        ],
    };
}
