using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class ApprovalPolicyRules : AbstractValidator<ApprovalPolicy>
{
    public ApprovalPolicyRules()
    {
        RuleFor(policy => policy.DeadlineDays).Within(1, 90);
        RuleFor(policy => policy.ReminderDays).Within(1, 30);
        RuleFor(policy => policy.Stages!).Items(0, 10, "stages").AskEveryParty();
        RuleFor(policy => policy.Stages!).Distinct(stage => stage.Name, nameof(ApprovalStage.Name));
        RuleForEach(policy => policy.Stages).SetValidator(new ApprovalStageRules());
    }
}

internal sealed class SigningPolicyRules : AbstractValidator<SigningPolicy>
{
    public SigningPolicyRules()
    {
        RuleFor(policy => policy.DeadlineDays).Within(1, 180);
        RuleFor(policy => policy.ReminderDays).Within(1, 30);
    }
}
