using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>The document properties (ECMA-376 part 2, 8.3): those with tags are filled, those about the template's editing say what holds for the draft.</summary>
internal static class CoreProperties
{
    /// <summary>The properties, ready to compile.</summary>
    public static XElement Prepare(TemplatePackage file, string part, ICollection<TemplateFault> faults)
    {
        var root = new XElement(file.Root(part));
        var scanner = new TagScanner(file.Name, faults);
        foreach (var property in root.Elements().ToList())
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
