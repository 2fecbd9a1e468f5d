using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>Reads the record of an archive, and checks that it is whole.</summary>
internal static class RecordFile
{
    /// <exception cref="ArchiveFaultException">It is not.</exception>
    public static IReadOnlyList<RecordEntry> Read(ReadOnlyMemory<byte> content, ArchivedRecord expected)
    {
        var lines = Split(content);
        if (RecordChain.FindFault(lines) is { } broken)
        {
            throw new ArchiveFaultException(broken);
        }

        if (expected.File != ArchiveLayout.Record)
        {
            throw new ArchiveFaultException($"'{ArchiveLayout.Manifest}' names another file than '{ArchiveLayout.Record}' as the record.");
        }

        if (lines.Count != expected.Entries)
        {
            throw new ArchiveFaultException(
                $"'{ArchiveLayout.Record}' has {lines.Count} entries, and '{ArchiveLayout.Manifest}' tells of {expected.Entries}: its tail was cut off, or something was added.");
        }

        try
        {
            List<RecordEntry> entries = [.. lines.Select(RecordEntry.Parse)];
            return entries.Count > 0 && entries[^1].Hash == expected.Head
                ? entries
                : throw new ArchiveFaultException($"The last entry of '{ArchiveLayout.Record}' is not the one that '{ArchiveLayout.Manifest}' tells of.");
        }
        catch (InvalidDataException exception)
        {
            throw new ArchiveFaultException($"'{ArchiveLayout.Record}' is not a record: {exception.Message}");
        }
    }

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> content)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                throw new ArchiveFaultException($"The last line of '{ArchiveLayout.Record}' is not complete: its tail was cut off.");
            }

            lines.Add(content[..end]);
            content = content[(end + 1)..];
        }

        return lines;
    }
}
