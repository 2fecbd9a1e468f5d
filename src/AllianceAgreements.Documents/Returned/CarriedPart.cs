using System.Globalization;
using System.Text;
using System.Xml;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering.Carrying;

namespace AllianceAgreements.Documents.Returned;

/// <summary>What a file that came back says it was drafted from.</summary>
internal sealed record CarriedPart(string Reference, int Revision, string TextHash, byte[] Terms, IReadOnlyList<(string Path, string Text)> Fields)
{
    private readonly Dictionary<string, string> _paths = Fields.DistinctBy(field => FieldControl.TagOf(field.Path), StringComparer.Ordinal)
        .ToDictionary(field => FieldControl.TagOf(field.Path), field => field.Path, StringComparer.Ordinal);

    /// <summary>The tags of the fields.</summary>
    public IEnumerable<string> Tags => _paths.Keys;

    /// <summary>The fields as they were filled; nothing is known of their places.</summary>
    public IReadOnlyList<ReadField> DraftedFields { get; } = [.. Fields.Select(field => new ReadField(FieldControl.TagOf(field.Path), field.Text, Place: null))];

    /// <summary>The path of the field that has a tag.</summary>
    public string PathOf(string tag) => _paths[tag];

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
