using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Returned;

/// <summary>The text of a draft, or of a file that came back: its paragraphs, its fields, and the hash of all text outside them.</summary>
internal sealed class ReadDocument
{
    private static readonly string[] NoteKinds = ["footnotes", "endnotes"];
    private static readonly string[] MarginKinds = ["header", "footer"];

    private ReadDocument(SafePackage package, CarriedPart? carried, ParagraphWalk walk, string hash) =>
        (Package, Carried, Paragraphs, Fields, Hash) = (package, carried, walk.Paragraphs, walk.Fields, hash);

    public SafePackage Package { get; }

    /// <summary>What it says of itself; null when it says nothing.</summary>
    public CarriedPart? Carried { get; }

    /// <summary>The paragraphs of the agreement, of its notes, and of its headers and footers, in this order.</summary>
    public IReadOnlyList<ReadParagraph> Paragraphs { get; }

    /// <summary>The fields in the order of the text.</summary>
    public IReadOnlyList<ReadField> Fields { get; }

    /// <summary>Whether any field that it should have is marked as one; so, too, when it should have none.</summary>
    public bool AreFieldsMarked => Fields.Count > 0 || Carried is null or { Fields.Count: 0 };

    /// <summary>The hash of the text outside the fields, of the agreement and its notes.</summary>
    public string Hash { get; }

    /// <summary>Reads a file by the fields that it carries.</summary>
    /// <exception cref="InvalidDataException">It is not a sound Word document.</exception>
    public static ReadDocument Open(ReadOnlyMemory<byte> content)
    {
        var document = OpenedDocument.Open(content);
        var carried = CarriedPart.Find(document.Package);
        return Read(document, carried, carried?.Tags ?? []);
    }

    /// <summary>Reads a file by the fields of another.</summary>
    /// <exception cref="InvalidDataException">It is not a sound Word document.</exception>
    public static ReadDocument Open(ReadOnlyMemory<byte> content, CarriedPart carried) => Read(OpenedDocument.Open(content), carried, carried.Tags);

    private static ReadDocument Read(OpenedDocument document, CarriedPart? carried, IEnumerable<string> tags)
    {
        using var hash = new TextHash();
        var walk = new ParagraphWalk(document, tags.ToHashSet(StringComparer.Ordinal), hash);
        walk.Read(document.Root, "document");
        foreach (var (part, kind) in PartsOf(document, NoteKinds))
        {
            walk.Read(document.RootOf(part), kind);
        }

        var text = hash.Finish();
        foreach (var (part, kind) in PartsOf(document, MarginKinds))
        {
            walk.Read(document.RootOf(part), kind);
        }

        return new ReadDocument(document.Package, carried, walk, text);
    }

    private static IEnumerable<(string Part, string Kind)> PartsOf(OpenedDocument document, string[] kinds) => kinds.SelectMany(kind => document.Links
        .Where(link => link.Kind.Equals(kind, StringComparison.Ordinal) && !link.IsExternal && document.Package.Contains(link.Target))
        .Select(link => (Part: link.Target, Kind: kind))
        .DistinctBy(part => part.Part, PartName.Comparer));
}
