using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Checking;

/// <summary>What the compiler of templates has against a file, each fault in its place.</summary>
internal static class TagCheck
{
    /// <summary>The faults of a template and everything it includes.</summary>
    public static IEnumerable<TemplateFinding> Run(TemplateSet set, string name) =>
        TemplateCompiler.Compile(set.StartingWith(name), AgreementFields.Shape).Faults.Select(fault => Locate(set, fault));

    private static TemplateFinding Locate(TemplateSet set, TemplateFault fault)
    {
        var paragraphs = set.Find(fault.File)?.Paragraphs ?? [];
        var isChange = fault.Message.Contains("tracked change", StringComparison.Ordinal);
        var place = fault.Paragraph is null ? null : paragraphs.FirstOrDefault(paragraph =>
            (isChange ? paragraph.QuotedWithDeletions : paragraph.Quoted).Equals(fault.Paragraph, StringComparison.Ordinal)
            && (isChange || fault.Tag is not { } tag || Squeezed(paragraph.Text).Contains(Squeezed(tag.TrimEnd('…')), StringComparison.Ordinal)));
        place ??= fault.Paragraph is null ? null : paragraphs.FirstOrDefault(paragraph => paragraph.Quoted.Equals(fault.Paragraph, StringComparison.Ordinal));
        return new TemplateFinding
        {
            File = fault.File,
            Kind = isChange ? TemplateFindingKind.TrackedChange : fault is { Tag: null, Paragraph: null } ? TemplateFindingKind.File : TemplateFindingKind.Tag,
            Part = place?.Part,
            Clause = place?.Clause,
            Paragraph = fault.Paragraph,
            Tag = fault.Tag,
            Message = fault.Message,
            Index = place?.Index,
        };
    }

    /// <summary>A tag is quoted as it was understood; line breaks and spaces in it may stand otherwise in the file.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
