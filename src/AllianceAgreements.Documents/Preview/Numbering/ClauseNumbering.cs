using System.Text;
using AllianceAgreements.Documents.Preview.Formatting;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>Numbers the paragraphs of a document in their order, as Word does when it shows them.</summary>
internal sealed class ClauseNumbering(NumberingDefinitions definitions)
{
    private readonly Dictionary<int, ListCounter> _counters = [];

    /// <summary>The number of the next paragraph; null when it has none.</summary>
    public ClauseNumber? Next(ParagraphProperties direct, ResolvedStyle style)
    {
        if (definitions.Find(direct, style) is not var (instance, level))
        {
            return null;
        }

        if (!_counters.TryGetValue(instance.AbstractId, out var counter))
        {
            _counters.Add(instance.AbstractId, counter = new ListCounter());
        }

        var counts = counter.Next(instance, level);
        var list = instance.List;
        var own = list[level];
        return own.IsBullet
            ? new ClauseNumber(Bullet(own.Pattern), level, IsBullet: true, own.IsTight, instance.AnchorWord, [])
            : new ClauseNumber(
                Fill(own, list, counts), level, IsBullet: false, own.IsTight, instance.AnchorWord,
                [.. counts.Select((count, index) => NumberFormat.Format(count, FormatOf(own, list[index])))]);
    }

    private static string FormatOf(NumberingLevel own, NumberingLevel shown) =>
        own.IsLegal && shown.Format is not "none" ? "decimal" : shown.Format;

    private static string Fill(NumberingLevel own, NumberingList list, int[] counts)
    {
        var text = new StringBuilder();
        for (var index = 0; index < own.Pattern.Length; index++)
        {
            var isCounter = own.Pattern[index] == '%' && index + 1 < own.Pattern.Length && own.Pattern[index + 1] is >= '1' and <= '9';
            if (!isCounter)
            {
                text.Append(own.Pattern[index]);
                continue;
            }

            var level = own.Pattern[++index] - '1';
            if (level < counts.Length)
            {
                text.Append(NumberFormat.Format(counts[level], FormatOf(own, list[level])));
            }
        }

        return text.ToString();
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
