using AllianceAgreements.Documents.Packages;

namespace AllianceAgreements.Documents.Uploads;

/// <summary>Looks through a Word document for whatever is more than text and pictures: macros, embedded files, outside parts.</summary>
internal static class WordInspection
{
    private const string Advice = "Save it as a PDF and upload that.";

    /// <summary>Why a sound package cannot be a signed copy and what would be right; null when it can be one.</summary>
    /// <exception cref="InvalidDataException">The file is not a sound package.</exception>
    public static string? FindFault(ReadOnlyMemory<byte> content)
    {
        var package = SafePackage.Open(content);
        var fault = FindWrongKind(package) ?? Advise(FindFaultyLink(package));
        if (fault is null)
        {
            package.Verify();
            package.Read(package.MainDocument, reader =>
            {
                WordDocument.MoveToRoot(reader);
                return true;
            });
            fault = Advise(FindOutsideField(package));
        }

        return fault;
    }

    /// <summary>Why a sound package shows more than can be read in it; null when it does not. Of the template that a file is attached to nothing is shown.</summary>
    public static string? FindUnread(SafePackage package) => FindFaultyLink(package, exempt: "attachedTemplate") ?? FindOutsideField(package);

    private static string? Advise(string? fault) => fault is null ? null : $"{fault} {Advice}";

    private static string? FindFaultyLink(SafePackage package, string exempt = "") => AllRelationships(package)
        .Where(link => link.Kind != exempt).Select(FindFault).FirstOrDefault(found => found is not null);

    private static string? FindOutsideField(SafePackage package) => package.TextParts
        .Select(part => package.Read(part, OutsideFields.Find)).FirstOrDefault(keyword => keyword is not null) is { } found
            ? $"The file holds a field that fetches something from outside it or runs a program ({found})."
            : null;

    private static string? FindWrongKind(SafePackage package)
    {
        if (Declares(package, "macroEnabled") || Declares(package, "vbaProject")
            || package.PartNames.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return "The file holds macros (.docm). Save it as .docx, which has none, or as PDF.";
        }

        if (Declares(package, "activeX") || Declares(package, "oleObject"))
        {
            return $"The file holds embedded objects or controls. {Advice}";
        }

        return package.ContentTypes.Of(package.MainDocument) switch
        {
            ContentTypes.WordDocument when package.Contains(package.MainDocument) => null,
            not null and var type when type.Contains("spreadsheetml", StringComparison.Ordinal) => $"The file is an Excel workbook. {Advice}",
            not null and var type when type.Contains("presentationml", StringComparison.Ordinal) => $"The file is a PowerPoint presentation. {Advice}",
            not null and var type when type.Contains("wordprocessingml.template", StringComparison.Ordinal) =>
                "The file is a Word template (.dotx). Save it as a Word document (.docx) or PDF.",
            _ => $"The file is not a Word document (.docx): the document itself is missing. {Advice}",
        };
    }

    private static bool Declares(SafePackage package, string kind) =>
        package.ContentTypes.Declared.Any(type => type.Contains(kind, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<PackageRelationship> AllRelationships(SafePackage package) => package.PartNames
        .Select(PartName.SourceOf)
        .OfType<string>()
        .SelectMany(package.RelationshipsOf);

    private static string? FindFault(PackageRelationship link) => link switch
    {
        { IsExternal: true, Kind: "hyperlink" } => null,
        { IsExternal: true, Kind: "attachedTemplate" } => "The file is attached to a template outside it.",
        { IsExternal: true, Kind: "image" } => "The file shows a picture that is stored outside it.",
        { IsExternal: true } => "The file draws on content outside it.",
        { Kind: "vbaProject" or "wordVbaData" } => "The file holds macros.",
        { Kind: "oleObject" or "package" or "aFChunk" or "subDocument" } => "The file holds another file.",
        { Kind: "control" or "activeXControlBinary" } => "The file holds controls that run programs.",
        _ => null,
    };
}
