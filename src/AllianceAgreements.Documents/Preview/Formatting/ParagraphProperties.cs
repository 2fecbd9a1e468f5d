using System.Xml;

namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>What <c>w:pPr</c> says, of a paragraph or of a style; null where it says nothing.</summary>
internal sealed record ParagraphProperties
{
    public static ParagraphProperties None { get; } = new();

    public string? StyleId { get; private set; }

    /// <summary>The list it belongs to; 0 takes it out of its style's list.</summary>
    public int? NumberingId { get; private set; }

    /// <summary>The level in the list, 0 to 8.</summary>
    public int? NumberingLevel { get; private set; }

    /// <summary>The level as a heading, 0 to 8; 9 is body text.</summary>
    public int? OutlineLevel { get; private set; }

    public string? Alignment { get; private set; }

    /// <summary>Indentation where lines begin, in twentieths of a point.</summary>
    public int? Indentation { get; private set; }

    public TabStops Tabs { get; private set; } = TabStops.None;

    public bool? StartsPage { get; private set; }

    /// <summary>Whether its mark, and with it the paragraph, was inserted or deleted, or is otherwise than before.</summary>
    public InlineFormat Mark { get; private set; }

    public bool? IsRightToLeft { get; private set; }

    /// <summary>Whether a section ends here and the next one begins on a new page.</summary>
    public bool EndsPage { get; private set; }

    /// <summary>The properties of a paragraph that only say what list it belongs to.</summary>
    public static ParagraphProperties Listed(int? list, int? level) => new() { NumberingId = list, NumberingLevel = level };

    public static ParagraphProperties Read(XmlReader reader)
    {
        var properties = new ParagraphProperties();
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            if (reader.IsWord)
            {
                properties.ReadOne(reader);
            }
        }

        return properties;
    }

    public ParagraphProperties WithOutlineLevel(int level) => new ParagraphProperties { OutlineLevel = level }.Over(this);

    /// <summary>What results when this is laid over the properties of a style it builds on.</summary>
    public ParagraphProperties Over(ParagraphProperties basis) => new()
    {
        StyleId = StyleId ?? basis.StyleId,
        NumberingId = NumberingId ?? basis.NumberingId,
        NumberingLevel = NumberingLevel ?? basis.NumberingLevel,
        OutlineLevel = OutlineLevel ?? basis.OutlineLevel,
        Alignment = Alignment ?? basis.Alignment,
        Indentation = Indentation ?? basis.Indentation,
        Tabs = Tabs.Over(basis.Tabs),
        StartsPage = StartsPage ?? basis.StartsPage,
        IsRightToLeft = IsRightToLeft ?? basis.IsRightToLeft,
        EndsPage = EndsPage,
    };

    private void ReadOne(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "pStyle":
                StyleId = reader.Val();
                break;
            case "numId":
                NumberingId = reader.Integer("val", 0, int.MaxValue);
                break;
            case "ilvl":
                NumberingLevel = reader.Integer("val", 0, 8);
                break;
            case "outlineLvl":
                OutlineLevel = reader.Integer("val", 0, 9);
                break;
            case "jc":
                Alignment = reader.Val();
                break;
            case "ind":
                Indentation = reader.Integer("start", 0, 31_680) ?? reader.Integer("left", 0, 31_680);
                break;
            case "tabs":
                Tabs = TabStops.Read(reader);
                break;
            case "pageBreakBefore":
                StartsPage = reader.IsOn();
                break;
            case "bidi":
                IsRightToLeft = reader.IsOn();
                break;
            case "sectPr":
                EndsPage = ReadSection(reader);
                break;
            case "rPr":
                Mark |= ReadMark(reader);
                break;
            case "pPrChange":
                Mark |= InlineFormat.Reformatted;
                reader.SkipContent();
                break;
            default:
                break;
        }
    }

    /// <summary>17.13.5.15, 17.13.5.20: a changed mark says so in its own properties.</summary>
    private static InlineFormat ReadMark(XmlReader reader)
    {
        var mark = InlineFormat.None;
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            if (reader.IsWord)
            {
                mark |= reader.LocalName switch
                {
                    "ins" or "moveTo" => InlineFormat.Inserted,
                    "del" or "moveFrom" => InlineFormat.Deleted,
                    _ => InlineFormat.None,
                };
            }
        }

        return mark;
    }

    private static bool ReadSection(XmlReader reader)
    {
        var isNewPage = true;
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            if (reader.LocalName is "type")
            {
                isNewPage = reader.Val() is not ("continuous" or "nextColumn");
            }
        }

        return isNewPage;
    }
}
