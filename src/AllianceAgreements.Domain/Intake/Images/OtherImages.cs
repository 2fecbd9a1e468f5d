namespace AllianceAgreements.Domain.Intake.Images;

/// <summary>Names what somebody gave who did not give a PNG or JPEG image, by how such files begin.</summary>
internal static class OtherImages
{
    /// <summary>"a GIF image"; "no image" when it is nothing known.</summary>
    public static string Name(ReadOnlySpan<byte> file)
    {
        var text = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        return file.IsEmpty ? "empty"
            : file.StartsWith("GIF8"u8) ? "a GIF image"
            : file.StartsWith("BM"u8) ? "a bitmap (BMP)"
            : file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) ? "a TIFF image"
            : file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..12].SequenceEqual("WEBP"u8) ? "a WebP image"
            : file.StartsWith("%PDF"u8) ? "a PDF file"
            : text.TrimStart(" \t\r\n"u8) is var markup && (markup.StartsWith("<svg"u8) || markup.StartsWith("<?xml"u8)) ? "an SVG image"
            : "no image";
    }
}
