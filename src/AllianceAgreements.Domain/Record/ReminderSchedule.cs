namespace AllianceAgreements.Domain.Record;

/// <summary>When one person is mailed: the request at once, then a reminder every so often. Reminders missed while nothing ran collapse into one.</summary>
internal readonly record struct ReminderSchedule(TimeSpan Every, DateTimeOffset? RequestedAt, DateTimeOffset? RemindedAt)
{
    private const int MaximumDays = 3_660;

    /// <exception cref="InvalidDataException">No rule sets such an interval.</exception>
    public static TimeSpan ReadInterval(int days) => days is >= 1 and <= MaximumDays
        ? TimeSpan.FromDays(days)
        : throw new InvalidDataException($"The record holds {days} days between reminders; 1 to {MaximumDays:N0} are possible.");

    public bool IsDue(DateTimeOffset now) => Due is not { } due || now >= due;

    public DateTimeOffset Next(DateTimeOffset now) => Due ?? now;

    private DateTimeOffset? Due => (RemindedAt ?? RequestedAt) + Every;
}
