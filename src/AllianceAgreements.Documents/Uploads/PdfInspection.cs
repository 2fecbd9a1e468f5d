using System.Buffers.Text;

namespace AllianceAgreements.Documents.Uploads;

/// <summary>
/// Looks at the frame of a PDF (ISO 32000-2, 7.5): header at the first byte, the last cross-reference section where the end
/// says it is, nothing after the end, no encryption. Pages are not interpreted.
/// </summary>
internal static class PdfInspection
{
    /// <summary>The end of a PDF fits well into this many bytes.</summary>
    private const int TailBytes = 1024;

    /// <summary>How much of a trailer is searched; real ones take a few hundred bytes.</summary>
    private const int TrailerBytes = 64 * 1024;

    /// <summary>The longest comment after a ZIP archive, and the record it belongs to.</summary>
    private const int ZipEndBytes = 65_535 + 22;

    private const string SaveAgain = "Open it in a PDF reader, print or save it as a new PDF and upload that.";

    /// <summary>Whether the file means to be a PDF.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, TailBytes)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>Why the file cannot be a signed copy and what would be right; null when it can be one.</summary>
    public static string? FindFault(ReadOnlySpan<byte> content)
    {
        var end = content.TrimEnd("\0\t\n\f\r "u8);
        if (!content.StartsWith("%PDF-"u8))
        {
            return $"The file has other data before the PDF begins. {SaveAgain}";
        }

        if (!HasKnownVersion(content))
        {
            return $"The PDF is of an unknown version. {SaveAgain}";
        }

        if (!end.EndsWith("%%EOF"u8))
        {
            return "The PDF is incomplete: it is cut short, or something was added after its end. Upload the complete file.";
        }

        if (IsAlsoZip(content))
        {
            return $"The file is a PDF and a ZIP archive at once. {SaveAgain}";
        }

        var trailer = FindTrailer(content, end[..^5]);
        if (trailer.IsEmpty)
        {
            return $"The PDF is damaged: its end does not lead to the list of its contents. {SaveAgain}";
        }

        return IsEncrypted(trailer) ? "The PDF is protected by a password or encryption. Save it without protection and upload that." : null;
    }

    private static bool HasKnownVersion(ReadOnlySpan<byte> content) =>
        content.Length >= 9
        && ((content[5] == '1' && content[7] is >= (byte)'0' and <= (byte)'7') || (content[5] == '2' && content[7] == '0'))
        && content[6] == '.' && IsSpace(content[8]);

    /// <summary>The part of the file that holds the dictionary of its last cross-reference section; empty when it is not to be found.</summary>
    private static ReadOnlySpan<byte> FindTrailer(ReadOnlySpan<byte> content, ReadOnlySpan<byte> end)
    {
        var tail = end[Math.Max(0, end.Length - TailBytes)..];
        var keyword = tail.LastIndexOf("startxref"u8);
        var number = keyword < 0 ? default : tail[(keyword + 9)..].Trim("\t\n\f\r "u8);
        var isPosition = Utf8Parser.TryParse(number, out int position, out var used) && used == number.Length
            && position > 0 && position < content.Length;
        if (!isPosition)
        {
            return default;
        }

        var section = content[position..].TrimStart("\0\t\n\f\r "u8);
        if (section.StartsWith("xref"u8))
        {
            var trailer = section.IndexOf("trailer"u8);
            return trailer < 0 ? default : Until(section[trailer..], "startxref"u8);
        }

        return StartsObject(section) ? Until(section, "stream"u8) : default;
    }

    /// <summary>Whether "12 0 obj" comes first.</summary>
    private static bool StartsObject(ReadOnlySpan<byte> section)
    {
        for (var word = 0; word < 2; word++)
        {
            if (!Utf8Parser.TryParse(section, out uint _, out var used))
            {
                return false;
            }

            section = section[used..].TrimStart("\0\t\n\f\r "u8);
        }

        return section.StartsWith("obj"u8);
    }

    private static ReadOnlySpan<byte> Until(ReadOnlySpan<byte> section, ReadOnlySpan<byte> keyword)
    {
        section = section[..Math.Min(section.Length, TrailerBytes)];
        var end = section.IndexOf(keyword);
        return end < 0 ? section : section[..end];
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> trailer)
    {
        for (var found = trailer.IndexOf("/Encrypt"u8); found >= 0; found = trailer.IndexOf("/Encrypt"u8))
        {
            trailer = trailer[(found + 8)..];
            if (trailer.IsEmpty || !char.IsAsciiLetterOrDigit((char)trailer[0]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a ZIP reader, which begins at the end, would take the file for an archive.</summary>
    private static bool IsAlsoZip(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - ZipEndBytes)..];
        for (var found = tail.IndexOf("PK\u0005\u0006"u8); found >= 0; found = tail.IndexOf("PK\u0005\u0006"u8))
        {
            tail = tail[found..];
            if (tail.Length >= 22 && 22 + (tail[20] | (tail[21] << 8)) == tail.Length)
            {
                return true;
            }

            tail = tail[4..];
        }

        return false;
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;
}
