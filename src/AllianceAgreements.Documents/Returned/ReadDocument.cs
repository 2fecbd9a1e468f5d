using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Transcripts;
using AllianceAgreements.Documents.Uploads;

namespace AllianceAgreements.Documents.Returned;

/// <summary>The text of a draft, or of a file that came back: its paragraphs, its fields, and the hash of all text outside them.</summary>
internal sealed class ReadDocument
{
    private static readonly string[] NoteKinds = ["footnotes", "endnotes"];
    private static readonly string[] MarginKinds = ["header", "footer"];

    private ReadDocument(CarriedPart? carried, ParagraphWalk walk, string hash) =>
        (Carried, Paragraphs, Fields, Bookmarks, Hash) = (carried, walk.Paragraphs, walk.Fields, walk.Bookmarks, hash);

    /// <summary>What the draft says of itself whose fields it was read by; null when that says nothing.</summary>
    public CarriedPart? Carried { get; }

    /// <summary>The paragraphs of the agreement, of its notes, and of its headers and footers, in this order.</summary>
    public IReadOnlyList<ReadParagraph> Paragraphs { get; }

    /// <summary>The fields in the order of the text.</summary>
    public IReadOnlyList<ReadField> Fields { get; }

    /// <summary>What references show.</summary>
    public ReadBookmarks Bookmarks { get; }

    /// <summary>Whether any field that it should have is marked as one; so, too, when it should have none.</summary>
    public bool AreFieldsMarked => Fields.Count > 0 || Carried is null or { Fields.Count: 0 };

    /// <summary>The hash of the text outside the fields, of the agreement and its notes.</summary>
    public string Hash { get; }

    /// <summary>Reads a file by the fields that it carries.</summary>
    /// <exception cref="InvalidDataException">It is not a sound Word document, or it shows more than can be read in it.</exception>
    public static ReadDocument Open(ReadOnlyMemory<byte> content)
    {
        var document = OpenSafely(content);
        var carried = CarriedPart.Find(document.Package);
        return Read(document, carried, carried?.Tags ?? []);
    }

    /// <summary>Reads a file by the fields of another.</summary>
    /// <exception cref="InvalidDataException">It is not a sound Word document, or it shows more than can be read in it.</exception>
    public static ReadDocument Open(ReadOnlyMemory<byte> content, CarriedPart carried) => Read(OpenSafely(content), carried, carried.Tags);

    /// <summary>Opens a file all of whose text stands in the parts that are read.</summary>
    private static OpenedDocument OpenSafely(ReadOnlyMemory<byte> content)
    {
        var document = OpenedDocument.Open(content);
        return WordInspection.FindUnread(document.Package) is { } fault
            ? throw new InvalidDataException($"{fault} What that shows cannot be compared; ask for the agreement without it.")
            : document;
    }

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

        return new ReadDocument(carried, walk, text);
    }

    private static IEnumerable<(string Part, string Kind)> PartsOf(OpenedDocument document, string[] kinds) => kinds.SelectMany(kind => document.Links
        .Where(link => link.Kind.Equals(kind, StringComparison.Ordinal) && !link.IsExternal && document.Package.Contains(link.Target))
        .Select(link => (Part: link.Target, Kind: kind))
        .DistinctBy(part => part.Part, PartName.Comparer));
}
