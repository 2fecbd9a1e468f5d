using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Checking;

/// <summary>What a file brings along that no agreement should: comments, macros, embedded objects, links to the outside.</summary>
internal static class PackageCheck
{
    private static readonly HashSet<string> Embeds = new(StringComparer.Ordinal) { "aFChunk", "activeXControlBinary", "control", "oleObject", "package", "subDocument" };

    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static IEnumerable<TemplateFinding> Run(CheckedFile file) => [.. FindComments(file), .. FindPrograms(file), .. FindLinks(file)];

    private static IEnumerable<TemplateFinding> FindComments(CheckedFile file)
    {
        var comments = file.Document.FindRoot("comments")?.WordDescendants("comment")
            .ToLookup(comment => comment.WordAttribute("id") ?? "", comment => TagPlace.Shorten(string.Concat(comment.WordDescendants("t").Select(text => text.Value))), StringComparer.Ordinal);
        return file.Paragraphs.SelectMany(paragraph => paragraph.Element.WordDescendants("commentReference").Select(reference =>
            paragraph.Finding(
                TemplateFindingKind.Comment,
                $"Here is a comment, “{comments?[reference.WordAttribute("id") ?? ""].FirstOrDefault()}”; settle it and delete it before the file is used.")));
    }

    private static IEnumerable<TemplateFinding> FindPrograms(CheckedFile file)
    {
        var package = file.Document.Package;
        string[] declared = [.. package.ContentTypes.Declared.Concat(package.PartNames)];
        string[] kinds = [.. package.PartNames.Select(PartName.SourceOf).OfType<string>().SelectMany(package.RelationshipsOf).Where(link => !link.IsExternal).Select(link => link.Kind)];
        if (declared.Any(name => Has(name, "vbaProject") || Has(name, "macroEnabled")) || kinds.Any(kind => kind is "vbaProject" or "wordVbaData"))
        {
            yield return Of(file, TemplateFindingKind.Macro, "The file holds macros; save it as a Word document (.docx), which has none.");
        }

        if (declared.Any(name => Has(name, "activeX") || Has(name, "oleObject")) || package.PartNames.Any(name => Has(name, "embeddings/")) || kinds.Any(Embeds.Contains))
        {
            yield return Of(file, TemplateFindingKind.Macro, "The file holds embedded objects or controls; put their content into the text.");
        }

        foreach (var (part, kind) in file.Parts)
        {
            if (package.Read(part, OutsideFields.Find) is { } keyword)
            {
                yield return FindField(file, kind)
                    ?? Of(file, TemplateFindingKind.Link, OutsideField(keyword));
            }
        }

        static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The first such field that stands in one paragraph; null when it goes over several.</summary>
    private static TemplateFinding? FindField(CheckedFile file, string kind) => file.Paragraphs
        .Where(paragraph => paragraph.Part.Equals(kind, StringComparison.Ordinal))
        .Select(paragraph => FindIn(paragraph.Element) is { } keyword ? paragraph.Finding(TemplateFindingKind.Link, OutsideField(keyword)) : null)
        .FirstOrDefault(finding => finding is not null);

    private static string? FindIn(XElement paragraph)
    {
        using var reader = paragraph.CreateReader();
        return OutsideFields.Find(reader);
    }

    private static string OutsideField(string keyword) =>
        $"Here is a field that fetches something from outside the file or runs a program, {keyword}; put its result into the text (Ctrl+Shift+F9).";

    private static IEnumerable<TemplateFinding> FindLinks(CheckedFile file)
    {
        var package = file.Document.Package;
        var texts = file.Parts.ToDictionary(part => part.Part, part => part.Kind, PartName.Comparer);
        foreach (var source in package.PartNames.Select(PartName.SourceOf).OfType<string>())
        {
            foreach (var link in package.RelationshipsOf(source).Where(link => link.IsExternal))
            {
                var message = link.Kind switch
                {
                    "hyperlink" => $"Here is a link to {Quote(link.Target)}; write the address as text, for a link can change what it leads to.",
                    "image" => $"Here is a picture that is stored outside the file, at {Quote(link.Target)}; insert the picture itself.",
                    "attachedTemplate" => $"The file is attached to a template outside it, {Quote(link.Target)}; detach it (File, Options, Add-ins, Templates).",
                    _ => $"The file draws on content outside it, {Quote(link.Target)}; insert the content itself.",
                };
                var place = texts.TryGetValue(source, out var kind)
                    ? file.Paragraphs.FirstOrDefault(paragraph => paragraph.Part.Equals(kind, StringComparison.Ordinal) && Uses(paragraph.Element, link.Id))
                    : null;
                yield return place?.Finding(TemplateFindingKind.Link, message) ?? Of(file, TemplateFindingKind.Link, message);
            }
        }
    }

    private static bool Uses(XElement paragraph, string id) => paragraph.Descendants().Attributes()
        .Any(attribute => attribute.Name.Namespace == Relationships && attribute.Value.Equals(id, StringComparison.Ordinal));

    private static string Quote(string target) => VisibleText.Of(TagPlace.Shorten(target));

    private static TemplateFinding Of(CheckedFile file, TemplateFindingKind kind, string message) => new() { File = file.Name, Kind = kind, Message = message };
}
