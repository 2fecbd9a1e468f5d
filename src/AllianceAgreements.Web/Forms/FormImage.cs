using System.Globalization;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Intake.Images;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Forms;

/// <summary>
/// An image of the guided form. A browser sends a file once, so the form carries what it was given as base64 in a hidden field; the page
/// shows its size alone, because its policy allows no image that is not a file of this site.
/// </summary>
internal static class FormImage
{
    /// <summary>More than an image may have: it stays too large, and the form does not grow with it.</summary>
    private const int MaximumBytes = AgreementIntake.MaximumLogoBytes + 1024;

    /// <summary>The file that was chosen, or else the one the form came with, in base64; empty when there is none, or it is to be removed.</summary>
    public static string Read(IFormCollection form, string path)
    {
        if (form["remove"] == path)
        {
            return "";
        }

        if (form.Files[path] is not { Length: > 0 } file)
        {
            return form[path].ToString();
        }

        var content = new byte[Math.Min(file.Length, MaximumBytes)];
        using var stream = file.OpenReadStream();
        stream.ReadExactly(content);
        return Convert.ToBase64String(content);
    }

    /// <summary>What the form holds, in words: "PNG image, 640 × 200 pixels, 12 KiB."</summary>
    public static string Describe(string base64) => RasterImage.TryRead(base64, out var image, out _)
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(image.Format == RasterFormat.Png ? "PNG" : "JPEG")} image, {image.Width} × {image.Height} pixels, {Math.Max(1, image.Content.Length / 1024)} KiB.")
        : "A file that cannot be used.";
}
