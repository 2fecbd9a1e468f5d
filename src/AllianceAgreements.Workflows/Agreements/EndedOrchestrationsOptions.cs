using System.Globalization;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>How long ended orchestrations are kept. Agreements are kept whatever this says: their records are elsewhere.</summary>
public sealed record EndedOrchestrationsOptions
{
    /// <summary>The name of the setting of <see cref="KeepEndedDays"/>; in environment variables with <c>__</c> for the colon.</summary>
    public const string KeepEndedDaysName = "Orchestrations:KeepEndedDays";

    /// <summary>The most days there can be between an end and its purge: ten years.</summary>
    public const int MaximumDays = 3650;

    /// <summary>
    /// How many days after its end a completed or terminated instance is purged, 0 to <see cref="MaximumDays"/>. Default: 30. With 0 none ever
    /// is, and lists and the store grow with every agreement there has been.
    /// </summary>
    public int KeepEndedDays { get; init; } = 30;

    /// <summary>Reads the value of <see cref="KeepEndedDaysName"/>; null for the default.</summary>
    /// <exception cref="FormatException">It is no number, or out of its range.</exception>
    public static EndedOrchestrationsOptions Read(string? keepEndedDays)
    {
        if (keepEndedDays is null)
        {
            return new();
        }

        return int.TryParse(keepEndedDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaximumDays
            ? new() { KeepEndedDays = days }
            : throw new FormatException(
                $"{KeepEndedDaysName} must be a number of days from 0 to {MaximumDays}: how long ended orchestrations are kept, 0 for ever.");
    }
}
