namespace AllianceAgreements.Local.Tests;

/// <summary>A folder that goes when the test does; its name has a space and a letter beyond ASCII, as people's folders do.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("agreements-local-").FullName;

    public string Root => Directory.CreateDirectory(Path.Combine(_root, "Vereinbarungen für Dritte")).FullName;

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a file; returns its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
