using System.Xml.Linq;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>The formatting of a run for text in either direction.</summary>
internal static class RunFormats
{
    // The order that the schema gives the elements of w:rPr (CT_RPr, ECMA-376 part 1, 17.3.2).
    private static readonly string[] Order =
    [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint",
        "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u",
        "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
    ];

    /// <summary>The same formatting for right-to-left text: marked as such, and with bold, italics and size also for its script.</summary>
    public static XElement ForRightToLeft(XElement? properties)
    {
        var result = properties is null ? new XElement(Word.RunProperties) : new XElement(properties);
        Copy(result, "b", "bCs");
        Copy(result, "i", "iCs");
        Copy(result, "sz", "szCs");
        if (result.Element(Word.Main + "rtl") is null)
        {
            Insert(result, new XElement(Word.Main + "rtl"));
        }

        return result;
    }

    private static void Copy(XElement properties, string from, string to)
    {
        if (properties.Element(Word.Main + from) is { } source && properties.Element(Word.Main + to) is null)
        {
            Insert(properties, new XElement(Word.Main + to, source.Attributes()));
        }
    }

    private static void Insert(XElement properties, XElement added)
    {
        var place = Array.IndexOf(Order, added.Name.LocalName);
        var before = properties.Elements().LastOrDefault(element =>
            element.Name.Namespace == Word.Main && Array.IndexOf(Order, element.Name.LocalName) is >= 0 and var index && index < place);
        if (before is null)
        {
            properties.AddFirst(added);
        }
        else
        {
            before.AddAfterSelf(added);
        }
    }
}
