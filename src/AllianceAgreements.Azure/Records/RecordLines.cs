using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Azure.Records;

/// <summary>Entries as the lines of a segment: each in the bytes it was made with, and a line feed.</summary>
internal static class RecordLines
{
    private const byte LineFeed = (byte)'\n';

    public static byte[] Join(IEnumerable<RecordEntry> entries)
    {
        using var lines = new MemoryStream();
        foreach (var entry in entries)
        {
            lines.Write(entry.Line.Span);
            lines.WriteByte(LineFeed);
        }

        return lines.ToArray();
    }

    /// <summary>The lines, without their line feeds.</summary>
    /// <exception cref="InvalidDataException">The last line has no line feed.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> content)
    {
        RequireWhole(content);
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf(LineFeed);
            yield return content[..end];
            content = content[(end + 1)..];
        }
    }

    /// <summary>The last line; null when it does not begin in this part of the content, the content's last.</summary>
    /// <param name="tail">The end of a segment.</param>
    /// <param name="isWhole">Whether it is the whole segment.</param>
    /// <exception cref="InvalidDataException">The last line has no line feed.</exception>
    public static ReadOnlyMemory<byte>? FindLast(ReadOnlyMemory<byte> tail, bool isWhole)
    {
        RequireWhole(tail);
        var lines = tail[..^1];
        var start = lines.Span.LastIndexOf(LineFeed) + 1;
        return start > 0 || isWhole ? lines[start..] : (ReadOnlyMemory<byte>?)null;
    }

    // The service takes a block whole or not at all, and ours are whole lines: this was written by something else. To read past it would
    // be to accept a record that was meddled with, and to append to it would be to bury that.
    private static void RequireWhole(ReadOnlyMemory<byte> content)
    {
        if (!content.IsEmpty && content.Span[^1] != LineFeed)
        {
            throw new InvalidDataException("It ends in the middle of a line, and so was written by something else than this system.");
        }
    }
}
