using AllianceAgreements.Documents.Preview.Formatting;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>
/// The word that ids of a list's paragraphs begin with. The list that numbers the headings owns "clause", so that its ids
/// stay what a reader expects whatever other lists come before it; "Schedule 1" makes "schedule"; the rest are items.
/// </summary>
internal static class AnchorWord
{
    private const string Clause = "clause";

    public static string Of(NumberingList list, StyleSheet styles, bool anyListNumbersHeadings)
    {
        var word = new string([.. list[0].Pattern.ToLowerInvariant().Where(char.IsAsciiLetterLower)]);
        return word switch
        {
            "annex" or "appendix" or "attachment" or "chapter" or "exhibit" or "part" or "schedule" => word,
            "article" or "clause" or "section" => Clause,
            _ => anyListNumbersHeadings && !NumbersHeadings(list, styles) ? "item" : Clause,
        };
    }

    /// <summary>Whether the first level of a list is that of a heading style.</summary>
    public static bool NumbersHeadings(NumberingList list, StyleSheet styles) =>
        list[0].StyleId is { } style && styles.Paragraph(style).Paragraph.OutlineLevel is < 9;
}
