using System.Globalization;
using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Rendering.Images;
using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Intake.Images;

namespace AllianceAgreements.Documents.Templates.Merging;

/// <summary>The package that drafts will have: the main template's, without comments, and with what its clauses bring along.</summary>
internal sealed class OutputPackage
{
    private static readonly XNamespace LinkNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace TypeNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly HashSet<string> CommentKinds = new(StringComparer.Ordinal)
        { "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people" };

    private readonly TemplatePackage _main;
    private readonly Dictionary<string, byte[]> _parts = new(PartName.Comparer);
    private readonly Dictionary<string, XElement> _links = new(PartName.Comparer);
    private readonly Dictionary<string, EditedPart> _edited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImageLinks> _images = new(PartName.Comparer);
    private readonly XElement _types;

    public OutputPackage(TemplatePackage main)
    {
        _main = main;
        foreach (var name in main.PartNames.Where(name => name != ContentTypes.PartName))
        {
            _parts.Add(name, main.ReadBytes(name));
        }

        _types = new XElement(main.Root(ContentTypes.PartName));
        foreach (var comments in main.Links.Where(link => CommentKinds.Contains(link.Kind)))
        {
            Remove(comments);
        }
    }

    /// <summary>The parts that are the same in every draft, unless something else takes their place, with the content types.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Parts
    {
        get
        {
            foreach (var (source, links) in _links)
            {
                _parts[PartName.RelationshipsOf(source)] = Serialize(links);
            }

            return _parts.Append(KeyValuePair.Create(ContentTypes.PartName, Serialize(_types)));
        }
    }

    /// <summary>The parts that were asked for with <see cref="Edit"/>.</summary>
    public IEnumerable<EditedPart> EditedParts => _edited.Values;

    /// <summary>A part that the main part points to, to be changed; made when there is none.</summary>
    /// <param name="kind">The kind of relationship, which is also what the part's file is called ("styles").</param>
    /// <param name="create">Makes its root out of that of the template, if it has one.</param>
    public EditedPart Edit(string kind, Func<XElement?, XElement> create)
    {
        if (!_edited.TryGetValue(kind, out var part))
        {
            var name = _main.Find(kind);
            var root = create(name is null ? null : _main.Root(name));
            if (name is null)
            {
                name = $"word/{kind}.xml";
                AddPart(name, $"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml", []);
                AddLink(_main.MainPart, kind, $"/{name}", isExternal: false);
            }

            part = new EditedPart(name, new XDocument(root).Root!);
            _edited.Add(kind, part);
        }

        return part;
    }

    /// <summary>The name of a part that the main part points to; null when there is none.</summary>
    public string? NameOf(string kind) => _edited.TryGetValue(kind, out var part) ? part.Name : _main.Find(kind);

    /// <summary>The root of a part that the main part points to, as changed so far; null when there is none.</summary>
    public XElement? RootOf(string kind) => _edited.TryGetValue(kind, out var part) ? part.Root : _main.Find(kind) is { } name ? _main.Root(name) : null;

    /// <summary>The part of the footnotes or endnotes, with its separators alone.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="other">The notes to take the separators from when the template has none.</param>
    public EditedPart EnsureNotes(NoteKind kind, XElement other) => Edit(kind == NoteKind.Footnote ? "footnotes" : "endnotes", root =>
    {
        root ??= other;
        return new XElement(
            root.Name, root.Attributes(), root.Elements().Where(note => note.Attribute(Word.Main + "type") is not null),
            new NodeElement(new NotesNode(kind)));
    });

    /// <summary>Adds a part; one that is there already keeps its content.</summary>
    public void AddPart(string name, string contentType, byte[] content)
    {
        if (_parts.TryAdd(name, content))
        {
            _types.Add(new XElement(TypeNamespace + "Override", new XAttribute("PartName", $"/{name}"), new XAttribute("ContentType", contentType)));
        }
    }

    /// <summary>Adds a custom XML part, which each draft fills, with the properties that Word knows it by; returns its name.</summary>
    public string AddCustomXml()
    {
        var number = 1;
        while (_parts.ContainsKey(NameOfItem("item")) || _parts.ContainsKey(NameOfItem("itemProps")))
        {
            number++;
        }

        var (item, properties) = (NameOfItem("item"), NameOfItem("itemProps"));
        AddPart(item, "application/xml", []);
        AddPart(properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\r\n<ds:datastoreItem ds:itemID=\"{6F0C1B0E-5D0B-4E7C-9E39-3B6D6A1F7A51}\" "
            + "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>"
            + $"<ds:schemaRef ds:uri=\"{CarriedTerms.Namespace}\"/></ds:schemaRefs></ds:datastoreItem>"));
        AddLink(_main.MainPart, "customXml", $"/{item}", isExternal: false);
        AddLink(item, "customXmlProps", $"/{properties}", isExternal: false);
        return item;

        string NameOfItem(string kind) => string.Create(CultureInfo.InvariantCulture, $"customXml/{kind}{number}.xml");
    }

    /// <summary>Adds a relationship and returns its id; that of one that is there already and says the same.</summary>
    public string AddLink(string source, string kind, string target, bool isExternal)
    {
        var links = LinksOf(source);
        var type = Word.Relationships.NamespaceName + "/" + kind;
        var mode = isExternal ? "External" : null;
        var same = links.Elements().FirstOrDefault(link =>
            (string?)link.Attribute("Type") == type && (string?)link.Attribute("Target") == target && (string?)link.Attribute("TargetMode") == mode);
        if (same is not null)
        {
            return (string)same.Attribute("Id")!;
        }

        var taken = links.Elements().Select(link => (string?)link.Attribute("Id")).ToHashSet(StringComparer.Ordinal);
        var number = 1;
        while (taken.Contains(IdOf(number)))
        {
            number++;
        }

        links.Add(new XElement(
            LinkNamespace + "Relationship",
            new XAttribute("Id", IdOf(number)),
            new XAttribute("Type", type),
            new XAttribute("Target", target),
            isExternal ? new XAttribute("TargetMode", "External") : null));
        return IdOf(number);

        static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"rIdClause{number}");
    }

    /// <summary>Makes ready for images that drafts bring into a part.</summary>
    public ImageLinks HoldImages(string part)
    {
        if (!_images.TryGetValue(part, out var images))
        {
            foreach (var format in Enum.GetValues<RasterFormat>())
            {
                DeclareExtension(Picture.ExtensionOf(format), Picture.ContentTypeOf(format));
            }

            var ids = LinksOf(part).Elements().Select(link => (string?)link.Attribute("Id")).ToList();
            var prefix = "rIdImage";
            while (ids.Exists(id => id?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true))
            {
                prefix += "_";
            }

            images = new ImageLinks(part, prefix);
            _images.Add(part, images);
        }

        return images;
    }

    /// <summary>The relationships of each part into which drafts bring images, by the name of the part that lists them, ready to be filled.</summary>
    public IEnumerable<KeyValuePair<string, SequenceNode>> ImageLinkParts => _images.Values.Select(images =>
    {
        // Written anew without the prefixes it may have had, it ends in a tag that is known.
        var links = LinksOf(images.Part);
        var text = Encoding.UTF8.GetString(Serialize(new XElement(links.Name, links.Elements().Select(link => new XElement(link)), "")));
        var end = text.LastIndexOf("</", StringComparison.Ordinal);
        return KeyValuePair.Create(PartName.RelationshipsOf(images.Part), new SequenceNode(
        [
            new LiteralNode(Encoding.UTF8.GetBytes(text[..end])),
            new ImageLinksNode(images),
            new LiteralNode(Encoding.UTF8.GetBytes(text[end..])),
        ]));
    });

    /// <summary>An XML part as bytes.</summary>
    public static byte[] Serialize(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = System.Xml.XmlWriter.Create(stream, new System.Xml.XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        }

        return stream.ToArray();
    }

    private void DeclareExtension(string extension, string contentType)
    {
        var defaults = _types.Elements(TypeNamespace + "Default").ToList();
        if (!defaults.Exists(type => extension.Equals((string?)type.Attribute("Extension"), StringComparison.OrdinalIgnoreCase)))
        {
            _types.AddFirst(new XElement(TypeNamespace + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", contentType)));
        }
    }

    private XElement LinksOf(string source)
    {
        if (!_links.TryGetValue(source, out var links))
        {
            var name = PartName.RelationshipsOf(source);
            links = _parts.ContainsKey(name) ? new XElement(_main.Root(name)) : new XElement(LinkNamespace + "Relationships");
            _links.Add(source, links);
        }

        return links;
    }

    private void Remove(PackageRelationship link)
    {
        LinksOf(_main.MainPart).Elements().Where(element => (string?)element.Attribute("Id") == link.Id).Remove();
        _parts.Remove(link.Target);
        _parts.Remove(PartName.RelationshipsOf(link.Target));
        _types.Elements().Where(type => PartName.Comparer.Equals((string?)type.Attribute("PartName"), $"/{link.Target}")).Remove();
    }
}

/// <summary>A part that compiling a template changes.</summary>
internal sealed class EditedPart(string name, XElement root)
{
    public string Name { get; } = name;

    public XElement Root { get; } = root;

    public PrefixMap Prefixes { get; } = new(root);
}
