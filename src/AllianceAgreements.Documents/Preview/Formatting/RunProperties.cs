using System.Xml;

namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>What <c>w:rPr</c> says: what it turns on, what it turns off, and its character style.</summary>
internal readonly record struct RunProperties(InlineFormat On, InlineFormat Off, string? StyleId)
{
    public static RunProperties Read(XmlReader reader)
    {
        var properties = default(RunProperties);
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            properties = reader.LocalName switch
            {
                _ when !reader.IsWord => properties,
                "rStyle" => properties with { StyleId = reader.Val() },
                "b" => properties.Set(InlineFormat.Bold, reader.IsOn()),
                "i" => properties.Set(InlineFormat.Italic, reader.IsOn()),
                "u" => properties.Set(InlineFormat.Underline, reader.Val() is not (null or "none")),
                "strike" or "dstrike" => properties.Set(InlineFormat.Strike, reader.IsOn()),
                "caps" => properties.Set(InlineFormat.Caps, reader.IsOn()),
                "smallCaps" => properties.Set(InlineFormat.SmallCaps, reader.IsOn()),
                "vanish" => properties.Set(InlineFormat.Hidden, reader.IsOn()),
                "rtl" => properties.Set(InlineFormat.RightToLeft, reader.IsOn()),
                "vertAlign" => properties
                    .Set(InlineFormat.Superscript, reader.Val() is "superscript")
                    .Set(InlineFormat.Subscript, reader.Val() is "subscript"),
                _ => properties,
            };

            if (reader.LocalName is "rPrChange")
            {
                properties = properties with { On = properties.On | InlineFormat.Reformatted };
                reader.SkipContent();
            }
        }

        return properties;
    }

    /// <summary>What results when this is laid over other properties.</summary>
    public RunProperties Over(RunProperties basis) =>
        new(On | (basis.On & ~Off), Off | (basis.Off & ~On), StyleId ?? basis.StyleId);

    private RunProperties Set(InlineFormat format, bool isOn) =>
        isOn ? this with { On = On | format, Off = Off & ~format } : this with { On = On & ~format, Off = Off | format };
}
