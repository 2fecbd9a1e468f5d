using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents;

/// <summary>Where the templates are.</summary>
public sealed class TemplateFolderOptions
{
    /// <summary>The folder that holds <c>&lt;form&gt;.docx</c> and <c>clauses/*.docx</c>. Files are read when an agreement starts, so an edit holds from then on.</summary>
    public required string Folder { get; init; }
}

/// <summary>Templates in a folder, named as the forms are.</summary>
internal sealed class FolderTemplateSource(TemplateFolderOptions options) : ITemplateSource
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TemplateFile>> LoadAsync(AllianceForm form, CancellationToken cancellationToken)
    {
        if (await ReadAsync(NameOf(form), cancellationToken) is not { } main)
        {
            return [];
        }

        var files = new List<TemplateFile> { main };
        var known = new HashSet<string>(StringComparer.Ordinal) { main.Name };
        var faults = new List<TemplateFault>();
        for (var index = 0; index < files.Count; index++)
        {
            foreach (var include in FindIncludes(files[index], faults).Where(include => known.Add(include.Name)))
            {
                if (await ReadAsync(include.Name, cancellationToken) is { } clause)
                {
                    files.Add(clause);
                }
                else
                {
                    faults.Add(include.Place.Fault($"There is no clause file {include.Name}."));
                }
            }
        }

        return faults.Count == 0 ? files : throw new InvalidTemplateException(faults);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AllianceForm>> ListFormsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AllianceForm>>([.. Enum.GetValues<AllianceForm>().Where(form => File.Exists(PathOf(NameOf(form))))]);

    private static string NameOf(AllianceForm form) => $"{form}.docx";

    private static IReadOnlyList<ClauseReference> FindIncludes(TemplateFile file, List<TemplateFault> faults)
    {
        try
        {
            return ClauseReference.FindAll(TemplatePackage.Open(file));
        }
        catch (InvalidTemplateException exception)
        {
            faults.AddRange(exception.Faults);
            return [];
        }
    }

    private string PathOf(string name) => Path.Combine(options.Folder, name);

    private async ValueTask<TemplateFile?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        return File.Exists(path) ? new TemplateFile(name, await File.ReadAllBytesAsync(path, cancellationToken)) : null;
    }
}
