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

        var styles = Read(package, "styles", StyleSheet.Read) ?? StyleSheet.Empty;
        var numbering = Read(package, "numbering", reader => NumberingDefinitions.Read(reader, styles)) ?? NumberingDefinitions.Empty;
        var context = new PreviewContext(styles, numbering);
        package.Read(package.MainDocument, reader => ReadBody(reader, context));
        WriteNotes(package, context, context.Footnotes, "footnotes");
        WriteNotes(package, context, context.Endnotes, "endnotes");
        return context.Body.ToString();
    }

    private static bool ReadBody(XmlReader reader, PreviewContext context)
    {
        WordDocument.MoveToRoot(reader);
        BlockReader.Read(reader, context.Body, context);
        return true;
    }

    private static void WriteNotes(SafePackage package, PreviewContext context, NoteList notes, string kind)
    {
        if (notes.Ids.Count > 0)
        {
            Read(package, kind, reader =>
            {
                NoteWriter.Write(reader, context.Body, context, notes);
                return notes;
            });
        }
    }

    /// <summary>Reads the part that the document has of a kind; null when it has none.</summary>
    private static T? Read<T>(SafePackage package, string kind, Func<XmlReader, T> read)
        where T : class =>
        package.RelationshipsOf(package.MainDocument).FirstOrDefault(link => link.Kind == kind && !link.IsExternal) is { } link
            && package.Contains(link.Target)
                ? package.Read(link.Target, read)
                : null;
}
