using System.Text;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>Where a paragraph stands in its list.</summary>
/// <param name="Instance">The list.</param>
/// <param name="Level">0 to 8.</param>
/// <param name="Counts">The counters of all levels down to its own.</param>
internal readonly record struct CountedParagraph(NumberingInstance Instance, int Level, int[] Counts)
{
    /// <summary>Whether the list is that of the headings.</summary>
    public bool IsClause => Instance.AnchorWord is "clause";

    /// <summary>The number as it is shown, of the paragraph or of one further up that it stands under.</summary>
    public string TextOf(int level)
    {
        var text = new StringBuilder();
        var pattern = Instance.List[level].Pattern;
        for (var index = 0; index < pattern.Length; index++)
        {
            if (PlaceholderAt(pattern, index) is not { } shown)
            {
                text.Append(pattern[index]);
                continue;
            }

            index++;
            if (shown < Counts.Length)
            {
                text.Append(CounterOf(shown, level));
            }
        }

        return text.ToString();
    }

    /// <summary>The counter of a level as the paragraph's own number would show it.</summary>
    public string CounterOf(int level) => CounterOf(level, Level);

    /// <summary>The highest of the levels whose counters the number of a level shows.</summary>
    public int FirstShown(int level)
    {
        var first = level;
        var pattern = Instance.List[level].Pattern;
        for (var index = 0; index < pattern.Length; index++)
        {
            first = Math.Min(first, PlaceholderAt(pattern, index) ?? first);
        }

        return first;
    }

    private static int? PlaceholderAt(string pattern, int index) =>
        pattern[index] == '%' && index + 1 < pattern.Length && pattern[index + 1] is >= '1' and <= '9' ? pattern[index + 1] - '1' : null;

    private string CounterOf(int shown, int level)
    {
        var format = Instance.List[shown].Format;
        return NumberFormat.Format(Counts[shown], Instance.List[level].IsLegal && format is not "none" ? "decimal" : format);
    }
}
