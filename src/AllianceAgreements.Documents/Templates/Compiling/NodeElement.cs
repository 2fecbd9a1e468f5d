using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Stands in a part for something that is written with each draft.</summary>
internal sealed class NodeElement(Node node) : XElement(ElementName)
{
    private static readonly XName ElementName = XNamespace.Get("urn:alliance-agreements:template") + "node";

    public Node Node { get; } = node;
}
