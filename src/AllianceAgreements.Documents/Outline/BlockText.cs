using System.Xml.Linq;

namespace AllianceAgreements.Documents.Outline;

/// <summary>What a block of a preview says.</summary>
internal static class BlockText
{
    public static bool HasClass(XElement element, string name) =>
        ((string?)element.Attribute("class"))?.Split(' ').Contains(name, StringComparer.Ordinal) is true;

    /// <summary>The number of a clause or heading; empty when it has none.</summary>
    public static string NumberOf(XElement block) => FindNumber(block) is { } number ? Plain(number.Value) : "";

    /// <summary>The text, without the number.</summary>
    public static string WithoutNumber(XElement block) =>
        Plain(string.Concat(block.Nodes().Where(node => node != FindNumber(block)).Select(node => node switch { XElement element => element.Value, XText text => text.Value, _ => "" })));

    /// <summary>The heading that a clause begins with, in bold; empty when it has none.</summary>
    public static string TitleOf(XElement block) =>
        block.Nodes().Where(node => node != FindNumber(block)).FirstOrDefault(node => node is not XText text || !string.IsNullOrWhiteSpace(text.Value))
            is XElement { Name.LocalName: "strong" } title ? Plain(title.Value).TrimEnd('.') : "";

    /// <summary>A line for a paragraph, and one for each row of a table.</summary>
    public static IEnumerable<string> LinesOf(XElement block)
    {
        var rows = block.DescendantsAndSelf("tr").ToList();
        return rows.Count == 0
            ? [WithoutNumber(block)]
            : rows.Select(row => $"| {string.Join(" | ", row.Elements().Select(cell => Plain(cell.Value)))} |");
    }

    private static XElement? FindNumber(XElement block) => block.Elements("span").FirstOrDefault(span => HasClass(span, "num"));

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
