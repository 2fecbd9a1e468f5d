using AllianceAgreements.Documents.Preview.Formatting;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>Numbers the paragraphs of a document in their order, as Word does when it shows them.</summary>
internal sealed class ClauseNumbering(NumberingDefinitions definitions)
{
    private readonly Dictionary<int, ListCounter> _counters = [];

    /// <summary>The number of the next paragraph; null when it has none.</summary>
    public ClauseNumber? Next(ParagraphProperties direct, ResolvedStyle style)
    {
        if (Count(direct, style) is not { } paragraph)
        {
            return null;
        }

        var (instance, level, counts) = paragraph;
        var own = instance.List[level];
        return own.IsBullet
            ? new ClauseNumber(Bullet(own.Pattern), level, IsBullet: true, own.IsTight, instance.AnchorWord, [])
            : new ClauseNumber(
                paragraph.TextOf(level), level, IsBullet: false, own.IsTight, instance.AnchorWord,
                [.. counts.Select((_, index) => paragraph.CounterOf(index))]);
    }

    /// <summary>Counts the next paragraph; null when it belongs to no list.</summary>
    public CountedParagraph? Count(ParagraphProperties direct, ResolvedStyle style)
    {
        if (definitions.Find(direct, style) is not var (instance, level))
        {
            return null;
        }

        if (!_counters.TryGetValue(instance.AbstractId, out var counter))
        {
            _counters.Add(instance.AbstractId, counter = new ListCounter());
        }

        return new CountedParagraph(instance, level, counter.Next(instance, level));
    }

    /// <summary>Bullets of symbol fonts are private characters that mean nothing without the font.</summary>
    private static string Bullet(string pattern) => pattern switch
    {
        "" => "",
        [var single] when single is 'o' => "◦",
        [var single] when char.IsBetween(single, '\uE000', '\uF8FF') => "•",
        _ => pattern,
    };
}
