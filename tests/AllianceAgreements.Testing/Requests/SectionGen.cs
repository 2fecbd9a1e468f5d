using AllianceAgreements.Domain.Intake;
using CsCheck;
using static AllianceAgreements.Testing.Requests.ValueGen;

namespace AllianceAgreements.Testing.Requests;

/// <summary>Random valid sections of a request between given parties from a given day on: purpose, governance, resources, term.</summary>
internal sealed partial class SectionGen(string[] shortNames, DateOnly effective, RequestPlan plan)
{
    public Gen<StrategicRationale> Rationale { get; } =
        from market in Paragraph
        from capability in Paragraph
        from innovation in Paragraph
        select new StrategicRationale { MarketPositioning = market, CapabilityComplementarity = capability, InnovationAcceleration = innovation };

    public Gen<Objective> Objective =>
        from description in Text
        from metric in Text
        from baseline in Text
        from target in Text
        from due in Due
        select new Objective { Description = description, Metric = metric, Baseline = baseline, Target = target, Due = due };

    public Gen<Workstream[]> Workstreams => (
        from name in Text
        from lead in AnyParty
        from deliverables in Text.Array[1, 4]
        from milestones in Milestone.Distinct(Fewest, Most(3), (milestone, number) => milestone with { Name = $"{milestone.Name} {number}" })
        select new Workstream { Name = name, LeadParty = lead, Deliverables = deliverables, Milestones = milestones })
        .Distinct(1, 4, (workstream, number) => workstream with { Name = $"{workstream.Name} {number}" });

    public Gen<GovernanceBody[]> Governance => (
        from name in Text
        from mandate in Text
        from chair in AnyParty
        from members in Gen.Int[1, 10]
        from cadence in Gen.Enum<Cadence>()
        select new GovernanceBody { Name = name, Mandate = mandate, ChairParty = chair, MembersPerParty = members, Cadence = cadence })
        .Distinct(1, 3, (body, number) => body with { Name = $"{body.Name} {number}" });

    public Gen<DecisionRule[]> DecisionMatrix =>
        from planned in Decision(Gen.Enum<DecisionRuleKind>().Or(plan.Rule)).Array[1]
        from others in Decision(Gen.Enum<DecisionRuleKind>()).Array[0, 5]
        select others.Concat(planned).Select((decision, index) => decision with { Category = $"{decision.Category} {index + 1}" }).ToArray();

    private Gen<DecisionRule> Decision(Gen<DecisionRuleKind> rules) =>
        from category in Text
        from rule in rules
        from percent in Gen.Int[1, 100].NumberWhen(rule is DecisionRuleKind.Threshold)
        from lead in AnyParty.When(rule is DecisionRuleKind.LeadOrganisation)
        select new DecisionRule { Category = category, Rule = rule, ThresholdPercent = percent, LeadParty = lead };

    public Gen<ResourceContribution> Contribution =>
        from party in AnyParty
        from kind in Gen.Enum<ResourceKind>()
        from description in Text
        from value in ValueGen.Money
        from start in Due
        from end in Day(start, withinDays: 2000)
        select new ResourceContribution { Party = party, Kind = kind, Description = description, Value = value, From = start, To = end };

    public Gen<EscalationTier> EscalationTier =>
        from level in Text
        from days in Gen.Int[1, 180]
        select new EscalationTier { Level = level, Days = days };

    public Gen<Term> Term =>
        from months in Gen.Int[1, 600]
        from renewal in Gen.Enum<RenewalKind>()
        from renewalMonths in Gen.Int[1, 120].NumberWhen(renewal is not RenewalKind.None)
        from notice in Gen.Int[1, 365].NumberWhen(renewal is not RenewalKind.None)
        from review in Gen.Int[12, 18]
        select new Term
        {
            EffectiveDate = effective,
            InitialMonths = months,
            Renewal = renewal,
            RenewalMonths = renewalMonths,
            RenewalNoticeDays = notice,
            StructuralReviewMonths = review,
        };

    public Gen<GoverningLaw> GoverningLaw =>
        from law in Text
        from forum in Gen.Enum<DisputeForum>()
        from seat in Text
        from rules in Text.When(forum is DisputeForum.Arbitration)
        select new GoverningLaw { Law = law, Forum = forum, Seat = seat, ArbitrationRules = rules };

    /// <summary>A list that a request may leave empty.</summary>
    public Gen<T[]> Optional<T>(Gen<T> item, int most) => item.Array[Fewest, Most(most)];

    private int Fewest => plan.HasOptions is true ? 1 : 0;

    private int Most(int most) => plan.HasOptions is false ? 0 : most;

    private Gen<Milestone> Milestone =>
        from name in Text
        from due in Due
        select new Milestone { Name = name, Due = due };

    private Gen<DateOnly> Due => Day(effective, withinDays: 3650);

    private Gen<string> AnyParty => Gen.OneOf(shortNames);

    /// <summary>Two parties that differ.</summary>
    private Gen<(string First, string Second)> TwoParties =>
        from first in Gen.Int[0, shortNames.Length - 1]
        from distance in Gen.Int[1, shortNames.Length - 1]
        select (shortNames[first], shortNames[(first + distance) % shortNames.Length]);
}
