using System.Xml.Linq;
using AllianceAgreements.Documents.Preview;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>Word files as lines of text, for comparing versions line by line.</summary>
public static class WordTranscript
{
    private static readonly string[] Properties = ["title", "subject", "keywords", "category", "description"];

    /// <summary>
    /// What a Word file says, in its order: document properties, the text with its numbers, notes, then headers and footers. A paragraph is a
    /// line, and so is a row of a table, with its cells between <c>|</c>; a heading begins with <c>#</c>, one for each level. The same file
    /// gives the same lines; dates, authors and formatting are left out.
    /// </summary>
    /// <param name="document">A Word document, .docx.</param>
    /// <returns>The lines, without line ends; characters that would act on a terminal are written as <c>\u001B</c>.</returns>
    /// <exception cref="InvalidDataException">It is not a sound Word document; the message, a sentence, says why.</exception>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> document)
    {
        var opened = OpenedDocument.Open(document);
        var blocks = new BlockTranscript(opened);
        List<string> lines =
        [
            .. ReadProperties(opened),
            .. blocks.Read(opened.Root),
            .. ReadNotes(opened, blocks, blocks.Footnotes, "footnotes"),
            .. ReadNotes(opened, blocks, blocks.Endnotes, "endnotes"),
            .. ReadMargins(opened, blocks),
        ];
        return [.. lines.SkipWhile(line => line.Length == 0)];
    }

    private static IEnumerable<string> ReadProperties(OpenedDocument document)
    {
        var link = document.Package.RelationshipsOf("").FirstOrDefault(link => link is { Kind: "core-properties", IsExternal: false });
        if (link is null || !document.Package.Contains(link.Target))
        {
            return [];
        }

        var root = document.RootOf(link.Target);
        return Properties
            .Select(name => (Name: name, Value: root.Elements().FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.Ordinal))?.Value))
            .Where(property => !string.IsNullOrWhiteSpace(property.Value))
            .Select(property => $"[Property {property.Name}] {VisibleText.Of(property.Value!)}");
    }

    private static IEnumerable<string> ReadNotes(OpenedDocument document, BlockTranscript blocks, NoteList notes, string kind)
    {
        if (notes.Ids.Count == 0 || document.FindRoot(kind) is not { } root)
        {
            return [];
        }

        var byId = root.Elements().Where(note => note.IsWord).ToLookup(note => note.WordAttribute("id") ?? "", StringComparer.Ordinal);
        return ["", .. notes.Ids.ToList().SelectMany(id => blocks.Read(byId[id].FirstOrDefault() ?? new XElement("none")).Select(line => $"[^{notes.Mark(id)}] {line}"))];
    }

    /// <summary>Each header and footer once, in the order in which sections first use them.</summary>
    private static IEnumerable<string> ReadMargins(OpenedDocument document, BlockTranscript blocks)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in document.Root.WordDescendants("sectPr").Elements().Where(element => element.Name.LocalName is "headerReference" or "footerReference"))
        {
            var id = reference.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "id")?.Value;
            var link = document.Links.FirstOrDefault(link => link.Id.Equals(id, StringComparison.Ordinal) && !link.IsExternal);
            if (link is null || !known.Add(link.Target) || !document.Package.Contains(link.Target))
            {
                continue;
            }

            yield return "";
            foreach (var line in blocks.Read(document.RootOf(link.Target)))
            {
                yield return $"[{NameOf(reference)}] {line}";
            }
        }
    }

    private static string NameOf(XElement reference)
    {
        var kind = reference.Name.LocalName is "headerReference" ? "header" : "footer";
        return reference.WordAttribute("type") switch
        {
            "first" => $"First-page {kind}",
            "even" => $"Even-page {kind}",
            _ => kind is "header" ? "Header" : "Footer",
        };
    }
}
