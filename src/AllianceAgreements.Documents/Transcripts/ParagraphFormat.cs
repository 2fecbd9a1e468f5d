using System.Xml.Linq;
using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>What a paragraph is by its style and its own properties.</summary>
/// <param name="Number">Its number; null when it has none.</param>
/// <param name="OutlineLevel">Its level as a heading, from 0; null when it is none.</param>
internal sealed record ParagraphFormat(ClauseNumber? Number, int? OutlineLevel)
{
    /// <summary>Numbers the next paragraph of the document.</summary>
    public static ParagraphFormat Next(XElement paragraph, StyleSheet styles, ClauseNumbering numbering)
    {
        var direct = ReadProperties(paragraph.WordChild("pPr"));
        var style = styles.Paragraph(direct.StyleId);
        return new ParagraphFormat(
            numbering.Next(direct, style),
            direct.Over(style.Paragraph).OutlineLevel is { } level and < 9 ? level : null);
    }

    /// <summary>Counts the next paragraph of the document; null when it belongs to no list.</summary>
    public static CountedParagraph? Count(XElement paragraph, StyleSheet styles, ClauseNumbering numbering)
    {
        var direct = ReadProperties(paragraph.WordChild("pPr"));
        return numbering.Count(direct, styles.Paragraph(direct.StyleId));
    }

    private static ParagraphProperties ReadProperties(XElement? element)
    {
        if (element is null)
        {
            return ParagraphProperties.None;
        }

        using var reader = element.CreateReader();
        reader.Read();
        return ParagraphProperties.Read(reader);
    }
}
