using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Contracts;

/// <summary>Short records for suites that care for entries, not for what they say.</summary>
public static class SampleEntries
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Actor Legal = new(ActorKind.Legal, "Zoë Ødegård");

    public static RecordEntry First(string title = "Great Lakes Cardiac Imaging Alliance") => RecordEntry.After(
        null,
        new AgreementStarted(
            "AA-2026-7F3K-9Q2M", AllianceForm.JointVenture, title, [new PartyName("Lakeside", "Lakeside Health System, Inc.")],
            new DocumentReference(DocumentKind.Terms, "terms.json", new string('a', 64), 1000), []),
        Legal,
        Start);

    public static RecordEntry Next(RecordEntry previous, string reason = "The board met again.") =>
        RecordEntry.After(previous, new AgreementWithdrawn(reason), Legal, previous.At.AddMinutes(1));

    public static IReadOnlyList<RecordEntry> Chain(int length)
    {
        var entries = new List<RecordEntry> { First() };
        while (entries.Count < length)
        {
            entries.Add(Next(entries[^1], $"Reason {entries.Count}"));
        }

        return entries;
    }
}
