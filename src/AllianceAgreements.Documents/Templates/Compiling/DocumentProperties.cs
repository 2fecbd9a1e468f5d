using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>
/// The document properties: the core ones (ECMA-376 part 2, 8.3), those of the application and those that an organization adds (part 1, 22.2 and 22.3).
/// Those with tags are filled, those about the template's editing say what holds for the draft.
/// </summary>
internal static class DocumentProperties
{
    private const string Core = "core-properties";

    /// <summary>The parts that hold properties to be filled, ready to compile.</summary>
    public static IEnumerable<(string Part, XElement Root)> Prepare(TemplatePackage file, ICollection<TemplateFault> faults)
    {
        var scanner = new TagScanner(file.Name, faults);
        foreach (var link in file.LinksOf("").Where(link => link is { Kind: Core or "extended-properties" or "custom-properties", IsExternal: false }))
        {
            // What is the same in every draft is copied as it is.
            if (file.PartNames.Contains(link.Target) && (link.Kind is Core || HasTags(file.Root(link.Target))))
            {
                yield return (link.Target, Prepare(new XElement(file.Root(link.Target)), scanner));
            }
        }
    }

    private static bool HasTags(XElement root) => root.Descendants().Any(property => !property.HasElements && TagScanner.MayHoldTag(property.Value));

    private static XElement Prepare(XElement root, TagScanner scanner)
    {
        foreach (var property in root.Descendants().Where(property => !property.HasElements).ToList())
        {
            switch (property.Name.LocalName)
            {
                case "lastModifiedBy" or "lastPrinted":
                    property.Remove();
                    break;
                case "created" or "modified":
                    property.ReplaceNodes(new NodeElement(new StampDateNode()));
                    break;
                case "revision":
                    property.ReplaceNodes(new NodeElement(new StampRevisionNode()));
                    break;
                default:
                    FindTags(property, scanner);
                    break;
            }
        }

        return root;
    }

    private static void FindTags(XElement property, TagScanner scanner)
    {
        var text = property.Value;
        if (!TagScanner.MayHoldTag(text))
        {
            return;
        }

        var nodes = new List<XNode>();
        var position = 0;
        foreach (var tag in scanner.Scan(text, text))
        {
            nodes.Add(new XText(text[position..tag.Start]));
            nodes.Add(new TagElement(tag.Tag, runProperties: null, tag.Place));
            position = tag.End;
        }

        nodes.Add(new XText(text[position..]));
        property.ReplaceNodes(nodes);
    }
}
