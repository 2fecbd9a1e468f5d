using System.Text;
using System.Xml;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>The package of the redline: that of the newer document, with what the older one's text needs besides.</summary>
internal sealed class RedlinePackage
{
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly RedlineSource _after;
    private readonly Dictionary<string, XElement> _changed = new(PartName.Comparer);
    private readonly Dictionary<string, byte[]> _added = new(PartName.Comparer);

    public RedlinePackage(RedlineSource after) => _after = after;

    /// <summary>The part of a kind, to be changed; made, and linked to the document, when there is none.</summary>
    /// <param name="kind">The kind of relationship, which is also what the part's file is called ("styles").</param>
    public XElement Edit(string kind)
    {
        if (_after.Root(kind) is { } root)
        {
            _changed[_after.Find(kind)!] = root;
            return root;
        }

        var name = $"word/{kind}.xml";
        if (!_changed.TryGetValue(name, out root))
        {
            root = new XElement(Word.Main + kind, new XAttribute(XNamespace.Xmlns + "w", Word.Main));
            _changed.Add(name, root);
            Declare(name, $"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
            AddLink(_after.Package.MainDocument, NewLinkId(_after.Package.MainDocument, kind), kind, $"/{name}", isExternal: false);
        }

        return root;
    }

    /// <summary>Puts an XML part in the place of the newer document's.</summary>
    public void Replace(string part, XElement root) => _changed[part] = root;

    /// <summary>The name of the part of a kind, also of one that was made.</summary>
    public string NameOf(string kind) => _after.Find(kind) ?? $"word/{kind}.xml";

    /// <summary>Adds a part and declares what it is.</summary>
    public void AddPart(string name, string contentType, byte[] content)
    {
        if (_added.TryAdd(name, content))
        {
            Declare(name, contentType);
        }
    }

    /// <summary>Adds an XML part that is not there and declares what it is.</summary>
    public void AddPart(string name, string contentType, XElement root)
    {
        _changed.Add(name, root);
        Declare(name, contentType);
    }

    /// <summary>Whether a part is there.</summary>
    public bool Contains(string name) => _after.Package.Contains(name) || _added.ContainsKey(name) || _changed.ContainsKey(name);

    /// <summary>Adds a relationship.</summary>
    public void AddLink(string source, string id, string kind, string target, bool isExternal) => Root(PartName.RelationshipsOf(source), Links + "Relationships").Add(
        new XElement(
            Links + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", $"{Word.Relationships.NamespaceName}/{kind}"),
            new XAttribute("Target", target),
            isExternal ? new XAttribute("TargetMode", "External") : null));

    /// <summary>An id that no relationship of a part has.</summary>
    /// <param name="source">The part.</param>
    /// <param name="id">What the id begins with.</param>
    public string NewLinkId(string source, string id)
    {
        var taken = Root(PartName.RelationshipsOf(source), Links + "Relationships").Elements()
            .Select(link => (string?)link.Attribute("Id")).ToHashSet(StringComparer.Ordinal);
        while (taken.Contains(id))
        {
            id += "Before";
        }

        return id;
    }

    public byte[] ToBytes()
    {
        var names = _after.Package.PartNames.Concat(_changed.Keys.Concat(_added.Keys).Order(StringComparer.Ordinal)).Distinct(PartName.Comparer);
        return ZipWriter.Write([.. names.Select(name => PackedPart.Pack(name, ContentOf(name)))]);
    }

    private byte[] ContentOf(string name) =>
        _changed.TryGetValue(name, out var root) ? Serialize(root) : _added.GetValueOrDefault(name) ?? _after.Package.ReadBytes(name);

    private void Declare(string name, string contentType) => Root(ContentTypes.PartName, Types + "Types").Add(
        new XElement(Types + "Override", new XAttribute("PartName", $"/{name}"), new XAttribute("ContentType", contentType)));

    private XElement Root(string part, XName name)
    {
        if (!_changed.TryGetValue(part, out var root))
        {
            root = _after.Package.Contains(part) ? _after.Package.Read(part, reader => XDocument.Load(reader)).Root! : new XElement(name);
            _changed.Add(part, root);
        }

        return root;
    }

    private static byte[] Serialize(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        }

        return stream.ToArray();
    }
}
