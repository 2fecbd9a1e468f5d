using AllianceAgreements.Domain.Intake.Images;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>What a party's logo may be: enough for print, and nothing that makes documents and requests heavy or slow to show.</summary>
internal static class LogoRules
{
    public const int MaximumBytes = 256 * 1024;
    public const int MinimumPixels = 16;
    public const int MaximumPixels = 3_000;

    private const int MaximumBase64 = (MaximumBytes + 2) / 3 * 4;

    /// <summary>A PNG or JPEG image in base64, within the limits.</summary>
    public static IRuleBuilderOptions<T, string?> Logo<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Finds((_, base64) => base64 is null ? null : Problem(base64));

    private static string? Problem(string base64) =>
        base64.Length > MaximumBase64 ? $"is larger than {MaximumBytes / 1024} KiB; save the image smaller"
        : !RasterImage.TryRead(base64, out var image, out var problem) ? problem
        : image.Content.Length > MaximumBytes ? $"is larger than {MaximumBytes / 1024} KiB; save the image smaller"
        : !IsWithin(image.Width) || !IsWithin(image.Height)
            ? $"is {image.Width} pixels wide and {image.Height} high; give an image of {MinimumPixels} to {MaximumPixels} pixels each way"
        : null;

    private static bool IsWithin(int pixels) => pixels is >= MinimumPixels and <= MaximumPixels;
}
