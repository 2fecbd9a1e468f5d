using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Tests.Record;

namespace AllianceAgreements.Domain.Tests.Approvals;

/// <summary>Agreements whose approval takes a given route.</summary>
internal static class RoutedRounds
{
    /// <summary>Up to the open round; parties are called A, B, …, each with as many approvers as asked for (approver-1-1, approver-1-2, approver-2-1, …).</summary>
    public static ScriptedAgreement Begin(int parties, int approvers, PartyVote vote, params IReadOnlyList<ApprovalStage> stages)
    {
        var agreement = ScriptedAgreement.Begin(change: request => request with
        {
            Parties = [.. Enumerable.Range(0, parties).Select(index => request.Parties[0] with
            {
                ShortName = Party(index),
                Role = index == 0 ? PartyRole.Lead : PartyRole.Partner,
                Approvers = [.. Enumerable.Range(1, approvers).Select(number => new Approver
                {
                    Name = $"Approver {number} of {Party(index)}", Title = "Counsel", Email = $"{number}@{Party(index)}.example",
                })],
            })],
            ApprovalPolicy = request.ApprovalPolicy with { PartyVote = vote, Stages = stages },
        });
        agreement.Draft();
        agreement.OpenRound();
        return agreement;
    }

    public static string Party(int index) => ((char)('A' + index)).ToString();

    public static ApprovalStage Stage(string name, params IReadOnlyList<ApprovalGroup> groups) => new() { Name = name, Groups = groups };

    /// <summary>A group of parties, each a letter.</summary>
    public static ApprovalGroup Group(string parties, DecisionRuleKind rule, int? count = null, string? lead = null) => new()
    {
        Name = $"{rule} of {parties}",
        Parties = [.. parties.Select(letter => letter.ToString())],
        Rule = rule,
        ThresholdCount = count,
        LeadParty = lead,
    };

    /// <summary>Keys of those who are mailed now.</summary>
    public static IReadOnlyList<string> MailDue(this ScriptedAgreement agreement) =>
        ApprovalRules.Evaluate(agreement.State, 1, agreement.Now) is ApprovalEvaluation.Open open ? open.MailDue : [];
}
