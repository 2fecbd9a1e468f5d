using System.Xml;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>One level of a list: how it counts and what its numbers look like (17.9.6).</summary>
internal sealed record NumberingLevel
{
    /// <summary>Far longer than any number; Word itself allows about 30 characters.</summary>
    private const int LongestPattern = 64;

    public static NumberingLevel Default { get; } = new();

    public int Start { get; private set; }

    /// <summary>A value of <c>w:numFmt</c>, such as "lowerLetter".</summary>
    public string Format { get; private set; } = "decimal";

    /// <summary>The number's text, with %1 to %9 for the counters of the levels.</summary>
    public string Pattern { get; private set; } = "";

    /// <summary>How many levels make this one begin again: null for all above it, 0 for never, 1 for only the first.</summary>
    public int? RestartsAfter { get; private set; }

    /// <summary>Whether the counters of all levels are shown in digits.</summary>
    public bool IsLegal { get; private set; }

    /// <summary>Whether the text follows the number without a space.</summary>
    public bool IsTight { get; private set; }

    /// <summary>The paragraph style that stands for this level.</summary>
    public string? StyleId { get; private set; }

    public bool IsBullet => Format is "bullet";

    public static NumberingLevel Read(XmlReader reader)
    {
        var level = new NumberingLevel();
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            level.ReadOne(reader);
        }

        return level;
    }

    private void ReadOne(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "start":
                Start = reader.Integer("val", 0, 32_767) ?? 0;
                break;
            case "numFmt":
                Format = reader.Val() ?? Format;
                break;
            case "lvlText":
                var pattern = reader.Val() ?? "";
                Pattern = pattern.Length > LongestPattern ? pattern[..LongestPattern] : pattern;
                break;
            case "lvlRestart":
                RestartsAfter = reader.Integer("val", 0, 9);
                break;
            case "isLgl":
                IsLegal = reader.IsOn();
                break;
            case "suff":
                IsTight = reader.Val() is "nothing";
                break;
            case "pStyle":
                StyleId = reader.Val();
                break;
            case "pPr" or "rPr" or "Fallback":
                reader.SkipContent();
                break;
            default:
                break;
        }
    }
}
