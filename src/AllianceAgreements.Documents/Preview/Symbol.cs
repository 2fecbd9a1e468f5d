using System.Globalization;
using System.Xml;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Characters that documents take from symbol fonts, <c>w:sym</c> (17.3.3.30).</summary>
internal static class Symbol
{
    /// <summary>The character every font has in its place; a box for one that is not known.</summary>
    public static string Read(XmlReader reader)
    {
        if (!ushort.TryParse(reader.Attribute("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return "□";
        }

        // Symbol fonts keep their characters either at F000 and up or at their plain positions.
        var position = code >= 0xF000 ? code - 0xF000 : code;
        return (reader.Attribute("font"), position) switch
        {
            ("Wingdings", 0x6F or 0xA8 or 0x71) => "☐",
            ("Wingdings", 0xFE) => "☑",
            ("Wingdings", 0xFD or 0x78) => "☒",
            ("Wingdings", 0xFC) => "✓",
            ("Wingdings", 0xFB) => "✗",
            ("Wingdings", 0xA7 or 0x6E) => "▪",
            ("Wingdings", 0xE0 or 0xE8) => "→",
            ("Symbol", 0xB7) => "•",
            ("Symbol", 0xA3) => "≤",
            ("Symbol", 0xB3) => "≥",
            ("Symbol", 0xB1) => "±",
            ("Symbol", 0xB4) => "×",
            ("Symbol", 0xD2) => "®",
            ("Symbol", 0xD3) => "©",
            ("Symbol", 0xD4) => "™",
            ("Wingdings" or "Wingdings 2" or "Wingdings 3" or "Webdings" or "Symbol", _) => "□",
            _ when code is >= 0x20 and < 0xD800 => ((char)code).ToString(),
            _ => "□",
        };
    }
}
