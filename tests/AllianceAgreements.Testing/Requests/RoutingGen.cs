using AllianceAgreements.Domain.Intake;
using CsCheck;
using static AllianceAgreements.Testing.Requests.ValueGen;

namespace AllianceAgreements.Testing.Requests;

/// <content>How a draft is approved and signed.</content>
internal sealed partial class SectionGen
{
    public Gen<ApprovalPolicy> ApprovalPolicy =>
        from deadline in Gen.Int[1, 90]
        from reminder in Gen.Int[1, 30]
        from votes in Gen.Bool
        from vote in Gen.Enum<PartyVote>()
        from routed in Gen.Bool
        from stages in Stages
        select new ApprovalPolicy
        {
            DeadlineDays = deadline,
            ReminderDays = reminder,
            PartyVote = votes ? vote : null,
            Stages = routed ? stages : null,
        };

    public Gen<SigningPolicy> SigningPolicy =>
        from order in Gen.Enum<SigningOrder>()
        from deadline in Gen.Int[1, 180]
        from reminder in Gen.Int[1, 30]
        select new SigningPolicy { Order = order, DeadlineDays = deadline, ReminderDays = reminder };

    // The last stage has a group of all parties, so that nobody is left out.
    private Gen<ApprovalStage[]> Stages =>
        from early in Stage.Array[0, 2]
        from last in Stage
        from all in Group(shortNames)
        select (ApprovalStage[])
        [
            .. early.Index().Select(stage => stage.Item with { Name = $"{stage.Item.Name} {stage.Index}" }),
            last with { Name = $"{last.Name} last", Groups = [.. last.Groups, all with { Name = $"{all.Name} all" }] },
        ];

    private Gen<ApprovalStage> Stage =>
        from name in Name
        from groups in Gen.Shuffle(shortNames).SelectMany(order => Gen.Int[1, shortNames.Length].SelectMany(count => Group(order[..count])))
            .Distinct(1, 3, (one, number) => one with { Name = $"{one.Name} {number}" })
        select new ApprovalStage { Name = name, Groups = groups };

    private static Gen<string> Name => Text.Select(text => text[..Math.Min(text.Length, 150)].TrimEnd());

    private static Gen<ApprovalGroup> Group(string[] parties) =>
        from name in Name
        from rule in Gen.Enum<DecisionRuleKind>()
        from counted in Gen.Bool
        from percent in Gen.Int[1, 100].NumberWhen(rule is DecisionRuleKind.Threshold && !counted)
        from count in Gen.Int[1, parties.Length].NumberWhen(rule is DecisionRuleKind.Threshold && counted)
        from lead in Gen.Int[0, parties.Length - 1].Select(index => parties[index]).When(rule is DecisionRuleKind.LeadOrganisation)
        select new ApprovalGroup { Name = name, Parties = parties, Rule = rule, ThresholdPercent = percent, ThresholdCount = count, LeadParty = lead };
}
