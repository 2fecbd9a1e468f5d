using System.Text;

namespace AllianceAgreements.Documents.Uploads;

/// <summary>Files that people send by mistake, so that the answer can name what they sent.</summary>
internal static class OtherFormats
{
    private const string Scan = "Put the pages into one PDF and upload that.";
    private const string Save = "Save it as a PDF or a Word document (.docx) and upload that.";

    private static readonly (byte[] Start, int Offset, string Message)[] Signatures =
    [
        ([0xFF, 0xD8, 0xFF], 0, $"The file is a JPEG picture. {Scan}"),
        ([0x89, .. "PNG"u8], 0, $"The file is a PNG picture. {Scan}"),
        ([.. "GIF8"u8], 0, $"The file is a GIF picture. {Scan}"),
        ([.. "II*\0"u8], 0, $"The file is a TIFF picture. {Scan}"),
        ([.. "MM\0*"u8], 0, $"The file is a TIFF picture. {Scan}"),
        ([.. "BM"u8], 0, $"The file is a bitmap picture. {Scan}"),
        ([.. "WEBP"u8], 8, $"The file is a WebP picture. {Scan}"),
        ([.. "ftypheic"u8], 4, $"The file is a HEIC picture. {Scan}"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0,
            "The file is an older Office document (.doc) or is protected by a password. Save it as .docx without a password, or as PDF."),
        ([.. "{\\rtf"u8], 0, $"The file is a rich text document (.rtf). {Save}"),
        ([.. "mimetypeapplication/vnd.oasis.opendocument"u8], 30, $"The file is an OpenDocument file (.odt). {Save}"),
        ([.. "mimetypeapplication/epub"u8], 30, $"The file is an electronic book. {Save}"),
        ([.. "MZ"u8], 0, $"The file is a program. {Save}"),
        ([0x7F, .. "ELF"u8], 0, $"The file is a program. {Save}"),
        ([.. "%!PS"u8], 0, $"The file is a PostScript file. {Save}"),
        ([.. "Rar!"u8], 0, "The file is a RAR archive. Upload the signed copy itself, as PDF or .docx."),
        ([.. "7z"u8, 0xBC, 0xAF], 0, "The file is a 7-Zip archive. Upload the signed copy itself, as PDF or .docx."),
        ([0x1F, 0x8B], 0, "The file is a compressed archive. Upload the signed copy itself, as PDF or .docx."),
    ];

    /// <summary>The answer to a file of a known other kind; null when it is not one.</summary>
    public static string? Recognise(ReadOnlySpan<byte> content)
    {
        foreach (var (start, offset, message) in Signatures)
        {
            if (content.Length >= offset && content[offset..].StartsWith(start))
            {
                return message;
            }
        }

        return IsMarkup(content) ? $"The file is a web page or other markup. {Save}" : null;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> content)
    {
        var text = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 64)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!", StringComparison.Ordinal)
            || text.StartsWith("<?", StringComparison.Ordinal)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<svg", StringComparison.OrdinalIgnoreCase);
    }
}
