using System.Xml.Linq;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Checking;

/// <summary>Whether a file uses the styles of the house, as the templates of the forms define them.</summary>
internal static class StyleCheck
{
    private static readonly HashSet<string> References = new(StringComparer.Ordinal) { "pStyle", "rStyle", "tblStyle" };

    /// <summary>The faults of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="house">A template that has the styles of the house; the file itself when it is the only one.</param>
    public static IEnumerable<TemplateFinding> Run(CheckedFile file, CheckedFile house)
    {
        var (own, theirs) = (ReadStyles(file), ReadStyles(house));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (paragraph, id) in file.Paragraphs.SelectMany(paragraph => StylesOf(paragraph).Select(id => (paragraph, id))))
        {
            if (!theirs.TryGetValue(id, out var theirStyle))
            {
                yield return paragraph.Finding(TemplateFindingKind.Style, own.TryGetValue(id, out var style)
                    ? $"The style \"{NameOf(style)}\" is not in the house style; use one that {house.Name} has."
                    : $"The style \"{id}\" is not defined; use one that {house.Name} has.");
            }
            else if (own.TryGetValue(id, out var ownStyle) && !XNode.DeepEquals(ownStyle, theirStyle) && told.Add(id))
            {
                yield return new TemplateFinding
                {
                    File = file.Name,
                    Kind = TemplateFindingKind.Style,
                    Message = $"The style \"{NameOf(ownStyle)}\" is defined otherwise than in {house.Name}; a change of the house style belongs into every file.",
                };
            }
        }
    }

    /// <summary>The styles that a paragraph uses; that of a table where its first paragraph stands.</summary>
    private static IEnumerable<string> StylesOf(CheckedParagraph paragraph)
    {
        var table = paragraph.Element.Ancestors().FirstOrDefault(outer => outer.IsWord && outer.Name.LocalName is "tbl");
        var isFirst = table is not null && table.WordDescendants("p").First() == paragraph.Element;
        return paragraph.Element.Descendants()
            .Concat(isFirst ? table!.WordChild("tblPr")?.Elements() ?? [] : [])
            .Where(element => element.IsWord && References.Contains(element.Name.LocalName))
            .Select(element => element.WordAttribute("val")).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>The styles by id, without the ids of editing sessions.</summary>
    private static Dictionary<string, XElement> ReadStyles(CheckedFile file)
    {
        var styles = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var style in file.Document.FindRoot("styles")?.Elements().Where(element => element.Name.LocalName is "style") ?? [])
        {
            var copy = new XElement(style.Name, style.Attributes(), style.Elements().Where(element => element.Name.LocalName is not "rsid"));
            copy.DescendantNodes().OfType<XText>().Where(text => string.IsNullOrWhiteSpace(text.Value)).ToList().ForEach(text => text.Remove());
            styles.TryAdd(style.WordAttribute("styleId") ?? "", copy);
        }

        return styles;
    }

    private static string NameOf(XElement style) => style.WordChild("name")?.WordAttribute("val") ?? style.WordAttribute("styleId") ?? "";
}
