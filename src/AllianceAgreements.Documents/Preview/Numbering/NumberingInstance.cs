using System.Xml;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>One use of a list, <c>w:num</c> (17.9.15). Uses of the same abstract definition count on from each other.</summary>
internal sealed record NumberingInstance
{
    private readonly int?[] _starts = new int?[NumberingList.LevelCount];
    private readonly NumberingLevel?[] _changed = new NumberingLevel?[NumberingList.LevelCount];

    public required int Id { get; init; }

    public int AbstractId { get; private set; }

    public NumberingList List { get; private set; } = new();

    /// <summary>See <see cref="Numbering.AnchorWord"/>.</summary>
    public string AnchorWord { get; set; } = "";

    /// <summary>Where a level begins when this use of the list says so; it then begins there even if another use was counting.</summary>
    public int? StartOverride(int level) => _starts[level];

    public int Start(int level) => _starts[level] ?? List[level].Start;

    public static NumberingInstance Read(XmlReader reader)
    {
        var instance = new NumberingInstance { Id = reader.Integer("numId", 0, int.MaxValue) ?? 0 };
        var level = 0;
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            switch (reader.LocalName)
            {
                case "abstractNumId":
                    instance.AbstractId = reader.Integer("val", 0, int.MaxValue) ?? 0;
                    break;
                case "lvlOverride":
                    level = reader.Integer("ilvl", 0, NumberingList.LevelCount - 1) ?? 0;
                    break;
                case "startOverride":
                    instance._starts[level] = reader.Integer("val", 0, 32_767);
                    break;
                case "lvl":
                    instance._changed[level] = NumberingLevel.Read(reader);
                    break;
                default:
                    break;
            }
        }

        return instance;
    }

    /// <summary>Joins the use with the abstract definition it is a use of.</summary>
    public void Bind(int abstractId, NumberingList list) => (AbstractId, List) = (abstractId, list.With(_changed));
}
