using System.Xml;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Numbering;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Preview;

/// <summary>
/// Shows Word documents in one pass over their XML. The classes in the result are those of <see cref="Html.ClassName"/>,
/// the elements those of <see cref="Html.Tag"/>. Headers, footers, comments and hidden text are left out.
/// </summary>
internal sealed class WordPreview : IDocumentPreview
{
    public string ToHtml(ReadOnlyMemory<byte> document)
    {
        var package = SafePackage.Open(document);
        if (package.ContentTypes.Of(package.MainDocument) is not ContentTypes.WordDocument)
        {
            throw new InvalidDataException("The file is not a Word document (.docx): its main part is of another kind.");
        }

        var parts = package.RelationshipsOf(package.MainDocument);
        var styles = Read(package, parts, "styles", StyleSheet.Read) ?? StyleSheet.Empty;
        var numbering = Read(package, parts, "numbering", reader => NumberingDefinitions.Read(reader, styles)) ?? NumberingDefinitions.Empty;
        var context = new PreviewContext(styles, numbering);
        package.Read(package.MainDocument, reader => ReadBody(reader, context));
        foreach (var notes in new[] { context.Footnotes, context.Endnotes }.Where(notes => notes.Ids.Count > 0))
        {
            Read(package, parts, notes.Kind == NoteKind.Footnote ? "footnotes" : "endnotes", reader => NoteWriter.Write(reader, context, notes));
        }

        return context.Body.ToString();
    }

    private static PreviewContext ReadBody(XmlReader reader, PreviewContext context)
    {
        WordDocument.MoveToRoot(reader);
        BlockReader.Read(reader, context.Body, context);
        return context;
    }

    /// <summary>Reads the part that the document has of a kind; null when it has none.</summary>
    private static T? Read<T>(SafePackage package, IReadOnlyList<PackageRelationship> parts, string kind, Func<XmlReader, T> read)
        where T : class =>
        parts.FirstOrDefault(part => part.Kind.Equals(kind, StringComparison.Ordinal) && !part.IsExternal) is { } part && package.Contains(part.Target)
            ? package.Read(part.Target, read)
            : null;
}
