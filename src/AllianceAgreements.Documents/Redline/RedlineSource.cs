using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>One of the two documents: its package, and the parts that are compared.</summary>
internal sealed class RedlineSource
{
    private static readonly HashSet<string> EditingMarks = new(StringComparer.Ordinal) { "proofErr", "lastRenderedPageBreak" };

    private static readonly HashSet<string> TextKinds = new(StringComparer.Ordinal) { "footnotes", "endnotes", "comments", "header", "footer" };

    private static readonly HashSet<string> TrackedChanges = new(StringComparer.Ordinal)
        { "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange" };

    private readonly Dictionary<string, XElement> _roots = new(PartName.Comparer);
    private readonly IReadOnlyList<PackageRelationship> _links;

    private RedlineSource(SafePackage package)
    {
        Package = package;
        _links = package.RelationshipsOf(package.MainDocument);
        Main = RootOf(package.MainDocument);
        if (Main.Name.Namespace == Word.StrictMain)
        {
            throw new InvalidDataException("The file is saved as Strict Open XML; save it as a Word document (.docx).");
        }

        if (Main.Name != Word.Main + "document" || Main.Element(Word.Body) is not { } body)
        {
            throw new InvalidDataException("The file is not a Word document (.docx): its main part holds no document.");
        }

        Body = body;
    }

    public SafePackage Package { get; }

    /// <summary>The root of the main part.</summary>
    public XElement Main { get; }

    public XElement Body { get; }

    /// <summary>Reads and checks a document.</summary>
    /// <exception cref="InvalidDataException">It is none, or holds tracked changes.</exception>
    public static RedlineSource Open(ReadOnlyMemory<byte> document)
    {
        var package = SafePackage.Open(document);
        package.Verify();
        return package.ContentTypes.Of(package.MainDocument) == ContentTypes.WordDocument
            ? new RedlineSource(package)
            : throw new InvalidDataException("The file is not a Word document (.docx): its main part is of another kind.");
    }

    /// <summary>The name of the part that the document has of a kind ("styles"); null when it has none.</summary>
    public string? Find(string kind) =>
        _links.FirstOrDefault(link => link.Kind == kind && !link.IsExternal && Package.Contains(link.Target))?.Target;

    /// <summary>The root of the part of a kind; null when there is none. It may be changed.</summary>
    public XElement? Root(string kind) => Find(kind) is { } name ? RootOf(name) : null;

    /// <summary>The root of a part. It may be changed.</summary>
    /// <exception cref="InvalidDataException">It holds tracked changes.</exception>
    public XElement RootOf(string part)
    {
        if (!_roots.TryGetValue(part, out var root))
        {
            root = Package.Read(part, reader => XDocument.Load(reader, LoadOptions.PreserveWhitespace)).Root!;
            _roots.Add(part, root);
            if (root.Name.LocalName is not ("styles" or "numbering"))
            {
                Clean(root);
            }
        }

        return root;
    }

    /// <summary>The roots of the parts that hold text: the main one, notes, comments, and the headers and footers that are linked.</summary>
    public IEnumerable<XElement> TextRoots() => _links
        .Where(link => !link.IsExternal && TextKinds.Contains(link.Kind) && Package.Contains(link.Target))
        .Select(link => link.Target).Distinct(PartName.Comparer).Select(RootOf).Prepend(Main);

    private static void Clean(XElement root)
    {
        foreach (var element in root.Descendants().ToList())
        {
            var name = element.Name.LocalName;
            if (element.Name.Namespace == Word.Main)
            {
                if (TrackedChanges.Contains(name) || name.EndsWith("Change", StringComparison.Ordinal))
                {
                    throw new InvalidDataException(
                        "The document holds tracked changes that nobody has decided on; accept or reject them, then compare again.");
                }

                if (EditingMarks.Contains(name))
                {
                    element.Remove();
                    continue;
                }
            }

            CleanAttributes(element, root.Name.LocalName != "comments");
        }
    }

    /// <summary>Paragraphs of comments keep their identities, because other parts say by them what answers what.</summary>
    private static void CleanAttributes(XElement element, bool takesIdentities)
    {
        for (var attribute = element.FirstAttribute; attribute is not null;)
        {
            var next = attribute.NextAttribute;
            var isEditing = attribute.Name.Namespace == Word.Main
                ? attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal)
                : takesIdentities && attribute.Name.Namespace == Word.Word2010 && attribute.Name.LocalName is "paraId" or "textId";
            if (isEditing)
            {
                attribute.Remove();
            }

            attribute = next;
        }
    }
}
