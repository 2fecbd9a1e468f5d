using AllianceAgreements.Documents.Checking.Prose;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Checking;

/// <summary>Finds everything that is wrong with a template of a form, clauses included, or with one clause file.</summary>
public static class TemplateCheck
{
    /// <summary>
    /// Every fault at once, in the order of files and places. A template of a form is checked with all its clauses; a clause file is
    /// checked as each form that includes it reads, for itself when none does, and only its own faults are told.
    /// </summary>
    /// <param name="files">All files of the folder of templates, the one to check among them in the version to check.</param>
    /// <param name="name">The name of the file to check ("clauses/exit.docx").</param>
    /// <returns>The faults; none when the file is fit for use.</returns>
    /// <exception cref="ArgumentException">No file has that name.</exception>
    public static IReadOnlyList<TemplateFinding> Run(IEnumerable<TemplateFile> files, string name)
    {
        var set = new TemplateSet(files);
        if (!set.Names.Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException($"There is no file {name} among the templates.", nameof(name));
        }

        if (set.FaultOf(name) is { } fault)
        {
            return [new TemplateFinding { File = name, Kind = TemplateFindingKind.File, Message = fault }];
        }

        var isForm = FormTemplates.FormOf(name) is not null;
        var readings = RootsOf(set, name).Select(root => (Root: root, Reading: Read(set, root))).ToList();
        var vocabulary = VocabularyOf(set);
        var used = isForm ? readings[0].Reading.Files : new HashSet<string>(StringComparer.Ordinal) { name };
        List<TemplateFinding> findings =
        [
            .. readings.SelectMany(reading => TagCheck.Run(set, reading.Root)),
            .. used.Select(set.Find).OfType<CheckedFile>().SelectMany(file => (TemplateFinding[])[.. PackageCheck.Run(file), .. StyleCheck.Run(file, HouseFor(set, file))]),
            .. ProseFindings([.. readings.Select(reading => (reading.Root, ProseCheck.Run(reading.Reading, vocabulary).ToList()))]),
        ];
        var order = used.ToList();
        return
        [
            .. findings.Distinct().Where(finding => isForm || finding.File.Equals(name, StringComparison.Ordinal))
                .OrderBy(finding => order.IndexOf(finding.File)).ThenBy(finding => finding.Index ?? -1),
        ];
    }

    /// <summary>The templates that the checks start from: the file itself, or for a clause the forms that include it.</summary>
    private static List<string> RootsOf(TemplateSet set, string name)
    {
        if (FormTemplates.FormOf(name) is not null)
        {
            return [name];
        }

        var forms = set.Forms.Select(FormTemplates.NameOf).Where(form => set.Find(form) is not null && Read(set, form).Files.Contains(name)).ToList();
        return forms.Count > 0 ? forms : [name];
    }

    private static FormReading Read(TemplateSet set, string root) => new FormReading(set.Find, FormTemplates.FormOf(root)).Read(set.Find(root)!);

    /// <summary>A fault that not every form of a clause has names those that have it.</summary>
    private static IEnumerable<TemplateFinding> ProseFindings(IReadOnlyList<(string Root, List<TemplateFinding> Findings)> byRoot) => byRoot
        .SelectMany(root => root.Findings.Select(finding => (root.Root, Finding: finding)))
        .GroupBy(pair => pair.Finding, pair => pair.Root)
        .Select(group => group.Count() == byRoot.Count
            ? group.Key
            : group.Key with { Message = $"{group.Key.Message} (In {string.Join(", ", group)}.)" });

    private static HashSet<string> VocabularyOf(TemplateSet set) => set.Names.Select(set.Find).OfType<CheckedFile>()
        .SelectMany(file => new FormReading(_ => null, form: null).Read(file).Paragraphs)
        .SelectMany(paragraph => paragraph.Prose.Defines)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The first other template of a form; all of them have the same styles.</summary>
    private static CheckedFile HouseFor(TemplateSet set, CheckedFile file) => set.Forms.Select(FormTemplates.NameOf)
        .Where(form => !form.Equals(file.Name, StringComparison.Ordinal)).Select(set.Find).OfType<CheckedFile>().FirstOrDefault() ?? file;
}
