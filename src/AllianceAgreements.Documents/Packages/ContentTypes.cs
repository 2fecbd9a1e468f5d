using System.Xml;

namespace AllianceAgreements.Documents.Packages;

/// <summary>What each part is, from <c>[Content_Types].xml</c>; ECMA-376 part 2, 6.2.3.</summary>
internal sealed class ContentTypes
{
    public const string PartName = "[Content_Types].xml";
    public const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byPart = new(Packages.PartName.Comparer);

    private ContentTypes()
    {
    }

    /// <summary>Every type that is declared.</summary>
    public IEnumerable<string> Declared => _byExtension.Values.Concat(_byPart.Values);

    public static ContentTypes Read(XmlReader reader)
    {
        var types = new ContentTypes();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, NamespaceURI: Namespace })
            {
                types.Add(reader);
            }
        }

        return types;
    }

    /// <summary>The type of a part; null when none is declared.</summary>
    public string? Of(string partName) =>
        _byPart.GetValueOrDefault(partName) ?? _byExtension.GetValueOrDefault(partName[(partName.LastIndexOf('.') + 1)..]);

    private void Add(XmlReader reader)
    {
        var type = reader.GetAttribute("ContentType") ?? "";
        var added = reader.LocalName switch
        {
            "Default" => _byExtension.TryAdd(reader.GetAttribute("Extension") ?? "", type),
            "Override" => _byPart.TryAdd((reader.GetAttribute("PartName") ?? "").TrimStart('/'), type),
            _ => true,
        };

        if (!added)
        {
            throw new InvalidDataException("The file is not a Word document (.docx): it declares the type of a part twice.");
        }
    }
}
