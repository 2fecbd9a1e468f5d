using System.Xml;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>A list's levels: an abstract definition, or what one instance of it changes.</summary>
internal sealed record NumberingList
{
    public const int LevelCount = 9;

    private readonly NumberingLevel?[] _levels = new NumberingLevel?[LevelCount];

    /// <summary>The list style whose numbering stands in for this one.</summary>
    public string? StyleLink { get; private set; }

    public NumberingLevel this[int level] => _levels[level] ?? NumberingLevel.Default;

    /// <summary>Reads <c>w:abstractNum</c> (17.9.1).</summary>
    public static NumberingList Read(XmlReader reader)
    {
        var list = new NumberingList();
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            if (reader.LocalName is "lvl" && reader.Integer("ilvl", 0, LevelCount - 1) is { } level)
            {
                list._levels[level] = NumberingLevel.Read(reader);
            }
            else if (reader.LocalName is "numStyleLink")
            {
                list.StyleLink = reader.Val();
            }
        }

        return list;
    }

    /// <summary>The list with some of its levels defined anew.</summary>
    public NumberingList With(NumberingLevel?[] changed)
    {
        var list = new NumberingList();
        for (var level = 0; level < LevelCount; level++)
        {
            list._levels[level] = changed[level] ?? _levels[level];
        }

        return list;
    }

    /// <summary>The level that a paragraph style stands for.</summary>
    public int? LevelOf(string styleId)
    {
        var level = Array.FindIndex(_levels, candidate => candidate?.StyleId is { } linked && linked.Equals(styleId, StringComparison.Ordinal));
        return level < 0 ? null : level;
    }
}
