using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Checking.Annotating;

/// <summary>The comments of a file (17.13.4), to which more are added.</summary>
internal sealed class CommentsPart
{
    private const string Author = "Alliance Agreements";
    private const string Initials = "AA";
    private const string DefaultName = "word/check-comments.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, XElement Root)> _parts = [];
    private readonly XElement _root;
    private readonly XNamespace _word;
    private int _lastId;

    public CommentsPart(OpenedDocument document)
    {
        _word = document.Root.Name.Namespace;
        var known = document.Links.FirstOrDefault(link => link is { Kind: "comments", IsExternal: false } && document.Package.Contains(link.Target));
        _root = known is null ? Create(document) : document.RootOf(known.Target);
        _parts.Add((known?.Target ?? DefaultName, _root));
        _lastId = _root.WordDescendants("comment").Concat(document.Root.WordDescendants("commentReference"))
            .Select(comment => int.TryParse(comment.WordAttribute("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Append(-1).Max();
    }

    /// <summary>The parts that the comments changed or made.</summary>
    public IReadOnlyList<(string Name, XElement Root)> Parts => _parts;

    /// <summary>Adds a comment on a whole paragraph.</summary>
    public void Add(XElement paragraph, string text)
    {
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        _root.Add(new XElement(
            _word + "comment",
            new XAttribute(_word + "id", id), new XAttribute(_word + "author", Author), new XAttribute(_word + "initials", Initials),
            new XElement(_word + "p", new XElement(_word + "r", new XElement(_word + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)))));

        var start = new XElement(_word + "commentRangeStart", new XAttribute(_word + "id", id));
        if (paragraph.WordChild("pPr") is { } properties)
        {
            properties.AddAfterSelf(start);
        }
        else
        {
            paragraph.AddFirst(start);
        }

        paragraph.Add(
            new XElement(_word + "commentRangeEnd", new XAttribute(_word + "id", id)),
            new XElement(_word + "r", new XElement(_word + "commentReference", new XAttribute(_word + "id", id))));
    }

    /// <summary>A part for comments, declared and linked as the format wants.</summary>
    private XElement Create(OpenedDocument document)
    {
        var types = document.RootOf(ContentTypes.PartName);
        types.Add(new XElement(Types + "Override", new XAttribute("PartName", $"/{DefaultName}"), new XAttribute("ContentType", ContentType)));
        _parts.Add((ContentTypes.PartName, types));

        var name = PartName.RelationshipsOf(document.Package.MainDocument);
        var links = document.Package.Contains(name) ? document.RootOf(name) : new XElement(Links + "Relationships");
        links.Add(new XElement(
            Links + "Relationship",
            new XAttribute("Id", UnusedId(document)), new XAttribute("Type", RelationshipType), new XAttribute("Target", $"/{DefaultName}")));
        _parts.Add((name, links));
        return new XElement(_word + "comments", new XAttribute(XNamespace.Xmlns + "w", _word.NamespaceName));
    }

    private static string UnusedId(OpenedDocument document)
    {
        var taken = document.Links.Select(link => link.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, taken.Count + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"check{number}")).First(id => !taken.Contains(id));
    }
}
