using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>Which sections go with which form.</summary>
internal static class FormSections
{
    /// <summary>Given with one form, and with no other.</summary>
    public static IRuleBuilderOptions<AgreementRequest, T?> GivenExactlyWith<T>(
        this IRuleBuilder<AgreementRequest, T?> rule, AllianceForm form, string noun) where T : class =>
        rule.GivenExactlyWhen(
            request => request.Form == form,
            decidedBy: nameof(AgreementRequest.Form),
            whenMissing: $"the form {form} needs {noun}, so give them",
            whenGiven: $"only the form {form} has {noun}");

    /// <summary>Given or not with one form, and with no other.</summary>
    public static IRuleBuilderOptions<AgreementRequest, T?> GivenOnlyWith<T>(
        this IRuleBuilder<AgreementRequest, T?> rule, AllianceForm form, string noun) where T : class =>
        rule.Finds((context, value) =>
            value is null || context.InstanceToValidate.Form == form ? null
            : $"does not belong here; only the form {form} has {noun}, so leave it out").WithState(_ => nameof(AgreementRequest.Form));
}
