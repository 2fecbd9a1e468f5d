using System.Xml;

namespace AllianceAgreements.Documents.Packages;

/// <summary>A link from the package or a part to another part or to the outside.</summary>
/// <param name="Id">Unique among the relationships of its source.</param>
/// <param name="Kind">The last segment of its type ("hyperlink", "numbering"), the same in transitional and strict documents.</param>
/// <param name="Target">The name of the part; what is written, when it is external or leaves the package.</param>
/// <param name="IsExternal">Whether the target is outside the package.</param>
internal sealed record PackageRelationship(string Id, string Kind, string Target, bool IsExternal)
{
    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static List<PackageRelationship> ReadAll(XmlReader reader, string source)
    {
        var relationships = new List<PackageRelationship>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship", NamespaceURI: Namespace })
            {
                relationships.Add(Read(reader, source));
            }
        }

        return relationships;
    }

    private static PackageRelationship Read(XmlReader reader, string source)
    {
        var type = reader.GetAttribute("Type") ?? "";
        var target = reader.GetAttribute("Target") ?? "";
        var inside = reader.GetAttribute("TargetMode") is "External" ? null : PartName.Resolve(source, target);
        return new PackageRelationship(
            reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], inside ?? target, IsExternal: inside is null);
    }
}
