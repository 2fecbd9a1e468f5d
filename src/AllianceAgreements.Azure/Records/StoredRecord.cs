using AllianceAgreements.Domain.Record;
using Azure.Storage.Blobs;

namespace AllianceAgreements.Azure.Records;

/// <summary>A record as it was read.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Entries">Its entries; none when there is no record, or only an empty segment that a crash left.</param>
/// <param name="Last">Its last segment; null when there is none.</param>
internal sealed record StoredRecord(AgreementId Agreement, IReadOnlyList<RecordEntry> Entries, RecordSegment? Last)
{
    /// <summary>
    /// Reads a record, segment after segment. What is closed never changes, so the whole is as of the moment its last segment was read.
    /// </summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static async Task<StoredRecord> ReadAsync(BlobContainerClient container, AgreementId id, CancellationToken cancellationToken)
    {
        List<RecordEntry> entries = [];
        RecordSegment? last = null;
        while (last is not { IsClosed: false }
            && await RecordSegment.ReadAsync(container, new SegmentName(id, (last?.Name.Number ?? -1) + 1), cancellationToken) is { } read)
        {
            foreach (var entry in read.Entries)
            {
                Require(id, entries, entry);
                entries.Add(entry);
            }

            last = read.Segment;
        }

        return new StoredRecord(id, entries, last);
    }

    /// <summary>Whether an entry would be the next one.</summary>
    public bool EndsRightBefore(RecordEntry entry) => entry.Position == Entries.Count && entry.PreviousHash == HashOfLast(Entries);

    /// <summary>Whether exactly these entries stand where they would have been appended.</summary>
    public bool Holds(IReadOnlyList<RecordEntry> entries) =>
        entries[^1].Position < Entries.Count
        && entries.All(entry => Entries[(int)entry.Position].Line.Span.SequenceEqual(entry.Line.Span));

    private static void Require(AgreementId id, List<RecordEntry> before, RecordEntry entry)
    {
        if (entry.Position != before.Count)
        {
            throw new InvalidDataException($"The record of agreement {id} has position {entry.Position} where {before.Count} should be.");
        }

        if (entry.PreviousHash != HashOfLast(before))
        {
            throw new InvalidDataException($"Entry {entry.Position} of the record of agreement {id} does not follow the entry before it.");
        }
    }

    private static string HashOfLast(IReadOnlyList<RecordEntry> entries) => entries.Count == 0 ? RecordEntry.Genesis : entries[^1].Hash;
}
