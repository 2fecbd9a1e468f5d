using System.Globalization;
using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Rendering.Images;

/// <summary>The room that an image gets, in English metric units (ECMA-376 part 1, 20.1.2.1): 360,000 a centimetre.</summary>
/// <param name="Width">How wide it may be.</param>
/// <param name="Height">How high it may be.</param>
internal sealed record ImageBox(int Width, int Height)
{
    private const decimal PerCentimetre = 360_000;
    private const decimal PerInch = 914_400;
    private const decimal MinimumLength = PerCentimetre / 5;
    private const decimal MaximumLength = 50 * PerCentimetre;

    /// <summary>The room where a tag does not say: 5 cm by 2.5 cm.</summary>
    public static ImageBox Default { get; } = new((int)(5 * PerCentimetre), (int)(2.5m * PerCentimetre));

    /// <summary>The room that a tag gives.</summary>
    /// <exception cref="FormatException">It says something else than a width and a height.</exception>
    public static ImageBox Of(ImageTag tag)
    {
        var box = Default;
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var side in tag.Sides)
        {
            if (!given.Add(side.Name))
            {
                throw new FormatException($"The {side.Name} of the image is given twice.");
            }

            box = side switch
            {
                { Name: "width", Arguments: [var length] } => box with { Width = ReadLength(length) },
                { Name: "height", Arguments: [var length] } => box with { Height = ReadLength(length) },
                { Name: "width" or "height" } => throw new FormatException($"The {side.Name} of an image is one length, such as {side.Name}:\"2.5 cm\"."),
                _ => throw new FormatException($"An image has no \"{side.Name}\"; it takes width and height, such as width:\"4 cm\"."),
            };
        }

        return box;
    }

    /// <summary>The largest size of an image with these pixels that fits, its proportions kept.</summary>
    public (int Width, int Height) Fit(int pixelsWide, int pixelsHigh)
    {
        var isWide = (long)pixelsWide * Height >= (long)pixelsHigh * Width;
        return isWide
            ? (Width, Scale(Width, pixelsHigh, pixelsWide))
            : (Scale(Height, pixelsWide, pixelsHigh), Height);
    }

    private static int Scale(int length, int by, int of) => (int)Math.Max(1, ((long)length * by + (of / 2)) / of);

    private static int ReadLength(object argument)
    {
        if (argument is string text && text.Trim() is { Length: > 2 } length && UnitOf(length[^2..]) is { } unit
            && decimal.TryParse(length[..^2].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number <= MaximumLength && number * unit is >= MinimumLength and <= MaximumLength
                ? (int)decimal.Round(number * unit)
                : throw new FormatException($"\"{text}\" is no size for an image; give 0.2 cm to 50 cm.");
        }

        throw new FormatException($"\"{argument}\" is not a length; write a number and a unit (cm, mm, in or pt) in quotation marks, such as \"2.5 cm\".");
    }

    private static decimal? UnitOf(string unit) => unit switch
    {
        "cm" => PerCentimetre,
        "mm" => PerCentimetre / 10,
        "in" => PerInch,
        "pt" => PerInch / 72,
        _ => null,
    };
}
