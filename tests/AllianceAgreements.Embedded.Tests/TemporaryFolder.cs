namespace AllianceAgreements.Embedded.Tests;

/// <summary>A folder that exists as long as the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("agreements-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
