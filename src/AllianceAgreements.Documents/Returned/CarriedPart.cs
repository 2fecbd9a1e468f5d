using System.Globalization;
using System.Text;
using System.Xml;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering.Carrying;

namespace AllianceAgreements.Documents.Returned;

/// <summary>What a file that came back says it was drafted from.</summary>
internal sealed record CarriedPart(string Reference, int Revision, string TextHash, byte[] Terms, IReadOnlyList<(string Path, string Text)> Fields)
{
    /// <summary>Finds it in a file, whatever the word processor calls the part; null when there is none.</summary>
    public static CarriedPart? Find(SafePackage package) => package.RelationshipsOf(package.MainDocument)
        .Where(link => link is { Kind: "customXml", IsExternal: false } && package.Contains(link.Target))
        .Select(link => package.Read(link.Target, Read)).FirstOrDefault(part => part is not null);

    private static CarriedPart? Read(XmlReader reader)
    {
        reader.MoveToContent();
        if (reader.LocalName != "draft" || reader.NamespaceURI != CarriedTerms.Namespace
            || !int.TryParse(reader.GetAttribute("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return null;
        }

        var (reference, hash, terms, fields) = (reader.GetAttribute("reference") ?? "", reader.GetAttribute("text") ?? "", "", new List<(string, string)>());
        reader.Read();
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            var (name, path) = (reader.LocalName, reader.GetAttribute("path") ?? "");
            var text = reader.ReadElementContentAsString();
            if (name == "field")
            {
                fields.Add((path, text));
            }
            else
            {
                terms = text;
            }
        }

        return new CarriedPart(reference, revision, hash, Encoding.UTF8.GetBytes(terms), fields);
    }
}
