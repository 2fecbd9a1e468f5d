using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates;

/// <summary>A template or clause file, opened, with its tags found.</summary>
internal sealed class TemplatePackage
{
    private static readonly HashSet<string> TextKinds = new(StringComparer.Ordinal) { "header", "footer", "footnotes", "endnotes" };

    private readonly SafePackage _package;
    private readonly Dictionary<string, XElement> _roots = new(PartName.Comparer);
    private readonly List<TemplateFault> _faults = [];

    private TemplatePackage(string name, SafePackage package)
    {
        Name = name;
        _package = package;
        Links = package.RelationshipsOf(MainPart);
        TextParts = [MainPart, .. Links.Where(link => TextKinds.Contains(link.Kind) && !link.IsExternal).Select(link => link.Target).Distinct(PartName.Comparer)];
        if (Find("comments") is { } comments)
        {
            _faults.AddRange(CommentTags.Find(name, Root(comments), Root(MainPart)));
        }

        foreach (var part in TextParts)
        {
            Prepare(part);
        }
    }

    /// <summary>Its name among the templates; see <see cref="TemplateFile.Name"/>.</summary>
    public string Name { get; }

    /// <summary>The part that holds the text.</summary>
    public string MainPart => _package.MainDocument;

    /// <summary>The parts that can hold tags in paragraphs; the main part first.</summary>
    public IReadOnlyList<string> TextParts { get; }

    /// <summary>The names of all parts, relationships and content types among them.</summary>
    public IEnumerable<string> PartNames => _package.PartNames;

    /// <summary>The relationships of the main part.</summary>
    public IReadOnlyList<PackageRelationship> Links { get; }

    /// <summary>What is wrong with its tags, whatever the data.</summary>
    public IReadOnlyList<TemplateFault> Faults => _faults;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidTemplateException">It is not a Word document that can be filled.</exception>
    public static TemplatePackage Open(TemplateFile file)
    {
        try
        {
            var package = SafePackage.Open(file.Content);
            package.Verify();
            if (package.ContentTypes.Of(package.MainDocument) != ContentTypes.WordDocument)
            {
                throw new InvalidDataException("The file is not a Word document without macros; save it as a Word document (.docx).");
            }

            return new TemplatePackage(file.Name, package);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidTemplateException([new TemplateFault(file.Name, Tag: null, Paragraph: null, exception.Message)]);
        }
    }

    /// <summary>The bytes of a part.</summary>
    public byte[] ReadBytes(string part) => _package.ReadBytes(part);

    /// <summary>The content type of a part.</summary>
    public string? ContentTypeOf(string part) => _package.ContentTypes.Of(part);

    /// <summary>The relationships of a part.</summary>
    public IReadOnlyList<PackageRelationship> LinksOf(string part) => _package.RelationshipsOf(part);

    /// <summary>The part that the main part points to with a relationship of a kind ("styles"); null when there is none.</summary>
    public string? Find(string kind) => Links.FirstOrDefault(link => link.Kind == kind && !link.IsExternal && _package.Contains(link.Target))?.Target;

    /// <summary>The root of an XML part, with tags found when it is a text part. It is shared and must not be changed.</summary>
    public XElement Root(string part)
    {
        if (!_roots.TryGetValue(part, out var root))
        {
            root = _package.Read(part, reader => XDocument.Load(reader)).Root!;
            _roots.Add(part, root);
        }

        return root;
    }

    /// <summary>A footnote or endnote; null when the file has none with that id.</summary>
    public XElement? FindNote(NoteKind kind, string? id)
    {
        var part = Find(kind == NoteKind.Footnote ? "footnotes" : "endnotes");
        return part is null ? null : Root(part).Elements().FirstOrDefault(note => note.Name.LocalName is "footnote" or "endnote" && (string?)note.Attribute(Word.Id) == id);
    }

    private void Prepare(string part)
    {
        var root = Root(part);
        if (root.Name.Namespace != Word.Main)
        {
            throw new InvalidDataException(root.Name.Namespace == Word.StrictMain
                ? "The file is saved as Strict Open XML; save it as a Word document (.docx)."
                : $"The part {part} is not Word text.");
        }

        new PartCleaner(Name, _faults).Clean(root);
        new TagHealer(Name, _faults).Heal(root);
        new RowTagHoister(_faults).Hoist(root);
    }
}
