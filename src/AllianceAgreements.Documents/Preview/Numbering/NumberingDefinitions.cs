using System.Xml;
using AllianceAgreements.Documents.Preview.Formatting;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>The lists of a document (17.9) and which of them a paragraph belongs to.</summary>
internal sealed class NumberingDefinitions
{
    private readonly Dictionary<int, NumberingList> _lists = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];

    private NumberingDefinitions()
    {
    }

    /// <summary>The numbering of a document without lists.</summary>
    public static NumberingDefinitions Empty { get; } = new();

    public static NumberingDefinitions Read(XmlReader reader, StyleSheet styles)
    {
        var definitions = new NumberingDefinitions();
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, IsWord: true })
            {
                continue;
            }

            if (reader.LocalName is "abstractNum")
            {
                definitions._lists.TryAdd(reader.Integer("abstractNumId", 0, int.MaxValue) ?? 0, NumberingList.Read(reader));
            }
            else if (reader.LocalName is "num")
            {
                var instance = NumberingInstance.Read(reader);
                definitions._instances.TryAdd(instance.Id, instance);
            }
        }

        definitions.Bind(styles);
        return definitions;
    }

    /// <summary>The list and level of a paragraph; null when it has no number.</summary>
    public (NumberingInstance Instance, int Level)? Find(ParagraphProperties direct, ResolvedStyle style)
    {
        var id = direct.NumberingId ?? style.Paragraph.NumberingId ?? 0;
        return _instances.TryGetValue(id, out var instance)
            ? (instance, direct.NumberingLevel ?? LevelOf(style, instance.List) ?? 0)
            : null;
    }

    /// <summary>A style's level is the one linked to it; failing that, the one it sets; failing that, that of the style it builds on.</summary>
    private static int? LevelOf(ResolvedStyle style, NumberingList list)
    {
        foreach (var (id, level) in style.Chain)
        {
            if ((list.LevelOf(id) ?? level) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private void Bind(StyleSheet styles)
    {
        foreach (var instance in _instances.Values)
        {
            var abstractId = instance.AbstractId;
            var list = _lists.GetValueOrDefault(abstractId);

            // A list style leads to its own list in one step; a list that only points on is a circle.
            if (list?.StyleLink is { } link
                && styles.NumberingOfList(link) is { } linked
                && _instances.TryGetValue(linked, out var target))
            {
                abstractId = target.AbstractId;
                list = _lists.GetValueOrDefault(abstractId);
            }

            instance.Bind(abstractId, list ?? new NumberingList());
        }

        var anyNumbersHeadings = _instances.Values.Any(instance => AnchorWord.NumbersHeadings(instance.List, styles));
        foreach (var instance in _instances.Values)
        {
            instance.AnchorWord = AnchorWord.Of(instance.List, styles, anyNumbersHeadings);
        }
    }
}
