using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class ApprovalPolicyRules : AbstractValidator<ApprovalPolicy>
{
    public ApprovalPolicyRules()
    {
        RuleFor(policy => policy.DeadlineDays).Within(1, 90);
        RuleFor(policy => policy.ReminderDays).Within(1, 30);
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
