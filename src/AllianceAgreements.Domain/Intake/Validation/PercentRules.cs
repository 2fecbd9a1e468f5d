namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>Percentages with decimals.</summary>
internal static class PercentRules
{
    /// <summary>Decimals that a percentage usually has.</summary>
    public const int UsualDecimals = 2;

    /// <summary>Decimals of a percentage of a company's capital.</summary>
    public const int ShareDecimals = 4;

    /// <summary>What is wrong with a percentage that is over 0; null when nothing is.</summary>
    public static string? Problem(decimal percent, decimal upTo, int decimals) =>
        percent <= 0 || percent > upTo ? $"is {percent}; give a percentage over 0 and up to {upTo}"
        : percent.Scale > decimals ? $"is {percent}; give at most {decimals} decimals"
        : null;
}
