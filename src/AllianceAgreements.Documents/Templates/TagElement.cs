using System.Xml.Linq;
using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Templates;

/// <summary>A tag, in the place of the runs that spelled it.</summary>
/// <param name="tag">What it asks for; null when it is faulty and stands for nothing.</param>
/// <param name="runProperties">The formatting of the run in which it began; null when it has none.</param>
/// <param name="place">Where it stands.</param>
internal sealed class TagElement(Tag? tag, XElement? runProperties, TagPlace place) : XElement(ElementName)
{
    private static readonly XName ElementName = XNamespace.Get("urn:alliance-agreements:template") + "tag";

    public Tag? Tag { get; } = tag;

    public XElement? RunProperties { get; } = runProperties;

    public TagPlace Place { get; } = place;
}
