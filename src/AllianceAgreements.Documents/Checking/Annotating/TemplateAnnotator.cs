using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Checking.Annotating;

/// <summary>Shows faults where they are: as comments in a copy of the file.</summary>
public static class TemplateAnnotator
{
    /// <summary>
    /// A copy of a Word file with a comment for each fault at its paragraph. Faults of clauses stand where the clause is included, and those
    /// without a place of their own, or in headers, footers and notes, which cannot have comments, at the first paragraph.
    /// </summary>
    /// <param name="content">The file that was checked.</param>
    /// <param name="name">Its name, as in the faults.</param>
    /// <param name="findings">What <see cref="TemplateCheck"/> found.</param>
    /// <returns>The bytes of the copy; the same for the same arguments.</returns>
    /// <exception cref="InvalidDataException">The file is not a sound Word document, so that nothing can be written into it.</exception>
    public static byte[] Annotate(ReadOnlyMemory<byte> content, string name, IReadOnlyList<TemplateFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var document = OpenedDocument.Open(content);
        var paragraphs = document.Root.WordDescendants("p").ToList();
        if (paragraphs.Count == 0)
        {
            throw new InvalidDataException("The file has no paragraph that a comment could stand at.");
        }

        var comments = new CommentsPart(document);
        foreach (var finding in findings)
        {
            comments.Add(OutermostOf(PlaceOf(finding, name, paragraphs)), TextOf(finding, name));
        }

        var changed = comments.Parts.ToDictionary(part => part.Name, part => part.Root, PartName.Comparer);
        changed[document.Package.MainDocument] = document.Root;
        return ZipWriter.Write([.. document.Package.PartNames.Union(changed.Keys, PartName.Comparer).Select(part =>
            PackedPart.Pack(part, changed.TryGetValue(part, out var root) ? Write(root) : document.Package.ReadBytes(part)))]);
    }

    private static XElement PlaceOf(TemplateFinding finding, string name, List<XElement> paragraphs)
    {
        if (!finding.File.Equals(name, StringComparison.Ordinal))
        {
            var tag = $"{{{{>{Path.ChangeExtension(finding.File, null)}}}}}";
            return paragraphs.Find(paragraph => string.Concat(CheckedParagraph.ReadRuns(paragraph).Select(run => run.Text)).Replace(" ", "", StringComparison.Ordinal).Contains(tag, StringComparison.Ordinal))
                ?? paragraphs[0];
        }

        return finding.Index is { } index && index < paragraphs.Count ? paragraphs[index] : paragraphs[0];
    }

    /// <summary>Text boxes cannot have comments either.</summary>
    private static XElement OutermostOf(XElement paragraph) => paragraph.Ancestors().LastOrDefault(outer => outer.IsWord && outer.Name.LocalName is "p") ?? paragraph;

    private static string TextOf(TemplateFinding finding, string name)
    {
        var isHere = finding.File.Equals(name, StringComparison.Ordinal) && finding.Part is null or "document";
        var text = isHere ? $"{(finding.Tag is null ? "" : $"{finding.Tag}: ")}{finding.Message}" : finding.ToString();
        return VisibleText.Of(text);
    }

    private static byte[] Write(XElement root)
    {
        using var stream = new MemoryStream();
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(stream, SaveOptions.DisableFormatting);
        return stream.ToArray();
    }
}
