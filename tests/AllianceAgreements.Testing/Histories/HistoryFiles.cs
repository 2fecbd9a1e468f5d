using System.Runtime.CompilerServices;

namespace AllianceAgreements.Testing.Histories;

/// <summary>
/// The histories of released versions, committed in a folder for each version and copied beside the tests. Tests that make histories
/// write them down when <see cref="RecordVariable"/> names a version.
/// </summary>
/// <param name="folder">The folder of the versions, relative to the test project.</param>
public sealed class HistoryFiles(string folder)
{
    /// <summary>The environment variable that names the version being released, such as <c>0.1.0</c>.</summary>
    public const string RecordVariable = "RECORD_HISTORIES";

    private readonly string _copied = Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>Every committed file, as <c>version/name.json</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">None is committed.</exception>
    public IEnumerable<string> Names => Directory
        .EnumerateFiles(_copied, "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_copied, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of one of <see cref="Names"/>.</summary>
    public string Read(string name) => File.ReadAllText(Path.Combine(_copied, name));

    /// <summary>Writes a history into the sources, if a release is being recorded.</summary>
    /// <param name="name">Its name within the version, without an extension.</param>
    /// <param name="json">The history.</param>
    /// <param name="source">A source file of the test project: by default the caller.</param>
    /// <exception cref="IOException">It is there already: what a released version wrote never changes.</exception>
    public void RecordIfAsked(string name, string json, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable(RecordVariable) is not { Length: > 0 } version)
        {
            return;
        }

        var target = Directory.CreateDirectory(Path.Combine(ProjectOf(source), folder, version)).FullName;
        using var file = new StreamWriter(new FileStream(Path.Combine(target, name + ".json"), FileMode.CreateNew)) { NewLine = "\n" };
        file.WriteLine(json);
    }

    private static string ProjectOf(string source)
    {
        for (var at = Directory.GetParent(source); at is not null; at = at.Parent)
        {
            if (at.Exists && at.EnumerateFiles("*.csproj").Any())
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No project is above '{source}'; histories are recorded where the tests were built.");
    }
}
