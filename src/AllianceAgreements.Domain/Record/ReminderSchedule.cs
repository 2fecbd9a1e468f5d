namespace AllianceAgreements.Domain.Record;

/// <summary>When one person is mailed: the request at once, then a reminder every so often. Reminders missed while nothing ran collapse into one.</summary>
internal readonly record struct ReminderSchedule(TimeSpan Every, DateTimeOffset? RequestedAt, DateTimeOffset? RemindedAt)
{
    public bool IsDue(DateTimeOffset now) => Due is not { } due || now >= due;

    public DateTimeOffset Next(DateTimeOffset now) => Due ?? now;

    private DateTimeOffset? Due => (RemindedAt ?? RequestedAt) + Every;
}
