using System.Globalization;
using System.Xml;

namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>One style as it is written, before the styles it builds on.</summary>
internal sealed record Style
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required bool IsDefault { get; init; }

    /// <summary>Its name; Word writes the names of its own styles in English whatever the language.</summary>
    public string Name { get; private set; } = "";

    public string? BasedOn { get; private set; }

    public ParagraphProperties Paragraph { get; private set; } = ParagraphProperties.None;

    public RunProperties Run { get; private set; }

    /// <summary>Whether a table has lines; null where the style says nothing.</summary>
    public bool? HasLines { get; private set; }

    public static Style Read(XmlReader reader)
    {
        var style = new Style
        {
            Id = reader.Attribute("styleId") ?? "",
            Kind = reader.Attribute("type") ?? "paragraph",
            IsDefault = reader.Attribute("default") is "1" or "true" or "on",
        };
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            style.ReadOne(reader);
        }

        return style;
    }

    private void ReadOne(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "name":
                Name = (reader.Val() ?? "").ToLowerInvariant();
                Paragraph = HeadingOf(Name) is { } level ? Paragraph.WithOutlineLevel(level) : Paragraph;
                break;
            case "basedOn":
                BasedOn = reader.Val();
                break;
            case "pPr":
                Paragraph = ParagraphProperties.Read(reader).Over(Paragraph);
                break;
            case "rPr":
                Run = RunProperties.Read(reader);
                break;
            case "tblBorders":
                HasLines = TableLines.Read(reader);
                break;
            case "tblStylePr":
                reader.SkipContent();
                break;
            default:
                break;
        }
    }

    /// <summary>"heading 3" is a heading of level 2 even where its outline level is left to Word.</summary>
    private static int? HeadingOf(string name) =>
        name.StartsWith("heading ", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= 9
            ? number - 1
            : null;
}
