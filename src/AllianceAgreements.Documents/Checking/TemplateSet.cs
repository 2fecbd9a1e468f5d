using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Checking;

/// <summary>All templates and clause files of a folder, one of them perhaps in another version, each opened when it is first asked for.</summary>
internal sealed class TemplateSet
{
    private readonly SortedDictionary<string, TemplateFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (CheckedFile? File, string? Fault)> _opened = new(StringComparer.Ordinal);

    public TemplateSet(IEnumerable<TemplateFile> files)
    {
        foreach (var file in files)
        {
            _files[file.Name] = file;
        }
    }

    /// <summary>The names of the forms that have a template.</summary>
    public IEnumerable<string> Forms => Enum.GetNames<AllianceForm>().Where(form => _files.ContainsKey(FormTemplates.NameOf(form)));

    /// <summary>The names of all files.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    public TemplateFile this[string name] => _files[name];

    /// <summary>A template, then every other file that it could include.</summary>
    public IReadOnlyList<TemplateFile> StartingWith(string name) => [_files[name], .. _files.Values.Where(file => !file.Name.Equals(name, StringComparison.Ordinal))];

    /// <summary>A file; null when there is none of that name or it cannot be read.</summary>
    public CheckedFile? Find(string name) => Open(name).File;

    /// <summary>Why a file cannot be read; null when it can be, or is not there.</summary>
    public string? FaultOf(string name) => Open(name).Fault;

    private (CheckedFile? File, string? Fault) Open(string name)
    {
        if (!_opened.TryGetValue(name, out var opened))
        {
            opened = _files.TryGetValue(name, out var file) ? Read(file) : (null, null);
            _opened.Add(name, opened);
        }

        return opened;
    }

    private static (CheckedFile? File, string? Fault) Read(TemplateFile file)
    {
        try
        {
            return (CheckedFile.Open(file), null);
        }
        catch (InvalidDataException exception)
        {
            return (null, exception.Message);
        }
    }
}
