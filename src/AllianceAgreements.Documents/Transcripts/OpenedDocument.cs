using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>A Word file as it was saved, with what the numbers of its paragraphs depend on.</summary>
internal sealed class OpenedDocument
{
    private readonly NumberingDefinitions _numbering;

    private OpenedDocument(SafePackage package)
    {
        Package = package;
        Links = package.RelationshipsOf(package.MainDocument);
        Styles = Find("styles") is { } styles ? package.Read(styles, StyleSheet.Read) : StyleSheet.Empty;
        _numbering = Find("numbering") is { } numbering
            ? package.Read(numbering, reader => NumberingDefinitions.Read(reader, Styles))
            : NumberingDefinitions.Empty;
        Root = package.Read(package.MainDocument, reader =>
        {
            WordDocument.MoveToRoot(reader);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        });
    }

    public SafePackage Package { get; }

    /// <summary>The relationships of the main part.</summary>
    public IReadOnlyList<PackageRelationship> Links { get; }

    public StyleSheet Styles { get; }

    /// <summary>The root of the main part.</summary>
    public XElement Root { get; }

    /// <summary>Opens a file, having read all of it once.</summary>
    /// <exception cref="InvalidDataException">It is not a sound Word document; the message says why.</exception>
    public static OpenedDocument Open(ReadOnlyMemory<byte> content)
    {
        var package = SafePackage.Open(content);
        package.Verify();
        return package.ContentTypes.Of(package.MainDocument) is ContentTypes.WordDocument
            ? new OpenedDocument(package)
            : throw new InvalidDataException("The file is not a Word document (.docx): its main part is of another kind.");
    }

    /// <summary>Counts from the start of the document; give it the paragraphs in their order.</summary>
    public ClauseNumbering CreateNumbering() => new(_numbering);

    /// <summary>The root of the part that the main part points to with a relationship of this kind; null when there is none.</summary>
    public XElement? FindRoot(string kind) => Find(kind) is { } part ? RootOf(part) : null;

    /// <summary>The root of an XML part.</summary>
    public XElement RootOf(string part) => Package.Read(part, reader => XDocument.Load(reader, LoadOptions.PreserveWhitespace)).Root!;

    private string? Find(string kind) => Links.FirstOrDefault(link =>
        link.Kind.Equals(kind, StringComparison.Ordinal) && !link.IsExternal && Package.Contains(link.Target))?.Target;
}
