using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace AllianceAgreements.Domain.Intake.Images;

/// <summary>A picture of a request, of which format and size are read from the file itself.</summary>
public sealed record RasterImage
{
    private RasterImage()
    {
    }

    /// <summary>The file.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Its format.</summary>
    public required RasterFormat Format { get; init; }

    /// <summary>How wide it is, in pixels; 1 or more.</summary>
    public required int Width { get; init; }

    /// <summary>How high it is, in pixels; 1 or more.</summary>
    public required int Height { get; init; }

    /// <summary>Reads an image as requests hold it.</summary>
    /// <param name="base64">The file in base64 (RFC 4648, section 4), without line breaks.</param>
    /// <param name="image">The image; null when it is none.</param>
    /// <param name="problem">What is wrong and what would be right, to stand behind the name of the field; null when nothing is.</param>
    public static bool TryRead(string base64, [NotNullWhen(true)] out RasterImage? image, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(base64);
        image = null;
        if (base64.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            problem = "begins with \"data:\"; give the base64 text alone, which stands behind the comma";
            return false;
        }

        if (base64.AsSpan().ContainsAny(" \t\r\n") || !Base64.IsValid(base64))
        {
            problem = "is not base64; give the file in base64, without line breaks";
            return false;
        }

        return TryRead(Convert.FromBase64String(base64), out image, out problem);
    }

    private static bool TryRead(byte[] content, [NotNullWhen(true)] out RasterImage? image, [NotNullWhen(false)] out string? problem)
    {
        image = null;
        (RasterFormat Format, PixelSize? Size)? read =
            content.AsSpan().StartsWith(PngFile.Signature) ? (RasterFormat.Png, PngFile.ReadSize(content))
            : content.AsSpan().StartsWith(JpegFile.Signature) ? (RasterFormat.Jpeg, JpegFile.ReadSize(content))
            : null;
        switch (read)
        {
            case null:
                problem = $"is {OtherImages.Name(content)}; give a PNG or JPEG image";
                return false;
            case (var format, null):
                problem = $"is a {Wording(format)} image that is damaged, or of a kind that Word does not show; save it again as an ordinary PNG or JPEG";
                return false;
            case (var format, { } size):
                problem = null;
                image = new RasterImage { Content = content, Format = format, Width = size.Width, Height = size.Height };
                return true;
        }
    }

    private static string Wording(RasterFormat format) => format == RasterFormat.Png ? "PNG" : "JPEG";
}

/// <summary>Formats of images.</summary>
public enum RasterFormat
{
    /// <summary>Portable Network Graphics (ISO/IEC 15948).</summary>
    Png,

    /// <summary>JPEG (ITU-T T.81), baseline or progressive.</summary>
    Jpeg,
}

/// <summary>The size of an image, in pixels.</summary>
internal readonly record struct PixelSize(int Width, int Height);
