using System.Security.Cryptography;
using AllianceAgreements.Domain.Intake.Images;

namespace AllianceAgreements.Documents.Values;

/// <summary>An image that templates can place.</summary>
/// <param name="Image">The image.</param>
/// <param name="Description">What it shows, for readers who cannot see it.</param>
internal sealed record Picture(RasterImage Image, string Description)
{
    // A long beginning of the hash is as good as all of it, and file names stay short.
    private const int NameLength = 16;

    /// <summary>The part that holds it. It follows from the content, so an image that is placed twice is stored once.</summary>
    public string PartName { get; } =
        $"word/media/{Convert.ToHexStringLower(SHA256.HashData(Image.Content.Span))[..NameLength]}.{ExtensionOf(Image.Format)}";

    /// <summary>How the files of a format end.</summary>
    public static string ExtensionOf(RasterFormat format) => format == RasterFormat.Png ? "png" : "jpeg";

    /// <summary>The content type of a format (RFC 2046; PNG: registered by W3C).</summary>
    public static string ContentTypeOf(RasterFormat format) => format == RasterFormat.Png ? "image/png" : "image/jpeg";
}
