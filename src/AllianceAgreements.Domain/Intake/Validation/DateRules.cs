using System.Globalization;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>Which dates make sense; an absurd one is nearly always a slip of the keyboard.</summary>
internal static class DateRules
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly LatestStart = new(2099, 12, 31);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public static bool IsSensibleStart(DateOnly date) => date >= Earliest && date <= LatestStart;

    /// <summary>A first day of an agreement.</summary>
    public static IRuleBuilderOptions<T, DateOnly> SensibleStart<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Finds((_, date) => IsSensibleStart(date) ? null : $"is {Text(date)}; give a day from {Text(Earliest)} to {Text(LatestStart)}");

    /// <summary>Any other day.</summary>
    public static IRuleBuilderOptions<T, DateOnly> Sensible<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Finds((_, date) => IsSensible(date) ? null : $"is {Text(date)}; give a day from {Text(Earliest)} to {Text(Latest)}");

    /// <summary>A day on which something is due under the agreement.</summary>
    public static IRuleBuilderOptions<T, DateOnly> SensibleAndInForce<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Sensible().Finds((context, date) =>
        {
            var effective = RequestFacts.From(context).EffectiveDate;
            return date >= effective || !IsSensible(date) ? null
                : $"is {Text(date)}, before the effective date; give {Text(effective)} or a later day";
        });

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsSensible(DateOnly date) => date >= Earliest && date <= Latest;
}
