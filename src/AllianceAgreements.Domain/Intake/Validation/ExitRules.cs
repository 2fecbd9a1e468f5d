using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class TerminationTriggerRules : AbstractValidator<TerminationTrigger>
{
    public TerminationTriggerRules()
    {
        RuleFor(trigger => trigger.Criterion).Text(TextRules.Phrase, lines: TextLines.Several);
        RuleFor(trigger => trigger.CureDays).Within(0, 365);
        RuleFor(trigger => trigger.NoticeDays).Within(0, 730);
    }
}

internal sealed class TransferProtocolRules : AbstractValidator<TransferProtocol>
{
    public TransferProtocolRules()
    {
        RuleFor(transfer => transfer.Subject).Text(TextRules.Phrase);
        RuleFor(transfer => transfer.From).NamesParty();
        RuleFor(transfer => transfer.To).NamesParty();
        RuleFor(transfer => transfer.To).Finds((context, to) =>
            to is null || !string.Equals(to, context.InstanceToValidate.From, StringComparison.OrdinalIgnoreCase) ? null
            : $"is {Quoted.Value(to)}, the party it moves from; give another party");
        RuleFor(transfer => transfer.Method).Text(TextRules.Phrase);
        RuleFor(transfer => transfer.Days).Within(1, 730);
    }
}

internal sealed class ExitCommunicationPlanRules : AbstractValidator<ExitCommunicationPlan>
{
    public ExitCommunicationPlanRules()
    {
        RuleFor(plan => plan.Spokesperson).NamesParty();
        RuleFor(plan => plan.JointStatementDays).Within(1, 60);
        RuleFor(plan => plan.Audiences).Items(1, 50, "audiences");
        RuleForEach(plan => plan.Audiences).SetValidator(new ExitAudienceRules());
    }
}

internal sealed class ExitAudienceRules : AbstractValidator<ExitAudience>
{
    public ExitAudienceRules()
    {
        RuleFor(audience => audience.Audience).Text(TextRules.Name);
        RuleFor(audience => audience.ResponsibleParty).NamesParty();
        RuleFor(audience => audience.Channel).Text(TextRules.Phrase);
        RuleFor(audience => audience.Days).Within(0, 180);
    }
}
