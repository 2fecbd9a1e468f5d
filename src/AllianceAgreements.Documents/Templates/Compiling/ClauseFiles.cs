using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake.Reading;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>The files that a template can include; each is opened when it is first asked for.</summary>
internal sealed class ClauseFiles(IEnumerable<TemplateFile> files, ICollection<TemplateFault> faults)
{
    private readonly Dictionary<string, TemplateFile> _files = files.ToDictionary(file => file.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, TemplatePackage?> _opened = new(StringComparer.Ordinal);

    /// <summary>An included file; null when there is none of that name or, after that was reported, when it cannot be read.</summary>
    public TemplatePackage? Find(string name)
    {
        if (!_opened.TryGetValue(name, out var package))
        {
            package = _files.TryGetValue(name, out var file) ? Open(file) : null;
            _opened.Add(name, package);
        }

        return package;
    }

    /// <summary>Says why <see cref="Find"/> found nothing, and what name was probably meant.</summary>
    public string Explain(string name) => _files.ContainsKey(name)
        ? $"The clause file {name} cannot be read."
        : $"There is no clause file {name}{(NearestName.Of(name, _files.Keys) is { } nearest ? $"; did you mean {nearest}?" : ".")}";

    /// <summary>Opens a file, reporting what is wrong with it.</summary>
    public TemplatePackage? Open(TemplateFile file)
    {
        try
        {
            var package = TemplatePackage.Open(file);
            foreach (var fault in package.Faults)
            {
                faults.Add(fault);
            }

            return package;
        }
        catch (InvalidTemplateException exception)
        {
            foreach (var fault in exception.Faults)
            {
                faults.Add(fault);
            }

            return null;
        }
    }
}
