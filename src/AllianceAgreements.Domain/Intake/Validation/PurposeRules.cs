using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class StrategicRationaleRules : AbstractValidator<StrategicRationale>
{
    public StrategicRationaleRules()
    {
        RuleFor(rationale => rationale.MarketPositioning).Text(TextRules.Paragraph, lines: TextLines.Several);
        RuleFor(rationale => rationale.CapabilityComplementarity).Text(TextRules.Paragraph, lines: TextLines.Several);
        RuleFor(rationale => rationale.InnovationAcceleration).Text(TextRules.Paragraph, lines: TextLines.Several);
    }
}

internal sealed class ObjectiveRules : AbstractValidator<Objective>
{
    public ObjectiveRules()
    {
        RuleFor(objective => objective.Description).Text(TextRules.Phrase);
        RuleFor(objective => objective.Metric).Text(TextRules.Phrase);
        RuleFor(objective => objective.Baseline).Text(TextRules.Name);
        RuleFor(objective => objective.Target).Text(TextRules.Name);
        RuleFor(objective => objective.Due).SensibleAndInForce();
    }
}

internal sealed class WorkstreamRules : AbstractValidator<Workstream>
{
    public WorkstreamRules()
    {
        RuleFor(workstream => workstream.Name).Text(TextRules.Name);
        RuleFor(workstream => workstream.LeadParty).NamesParty();
        RuleFor(workstream => workstream.Deliverables).Items(1, 50, "deliverables");
        RuleForEach(workstream => workstream.Deliverables).Text(TextRules.Phrase);
        RuleFor(workstream => workstream.Milestones).Items(0, 50, "milestones");
        RuleFor(workstream => workstream.Milestones).Distinct(milestone => milestone.Name, nameof(Milestone.Name));
        RuleForEach(workstream => workstream.Milestones).SetValidator(new MilestoneRules());
    }
}

internal sealed class MilestoneRules : AbstractValidator<Milestone>
{
    public MilestoneRules()
    {
        RuleFor(milestone => milestone.Name).Text(TextRules.Name);
        RuleFor(milestone => milestone.Due).SensibleAndInForce();
    }
}
