namespace AllianceAgreements.Azure.Tests.Infrastructure;

/// <summary>Files of the repository that are no code of these tests: the infrastructure, its workflows and its documents.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("These tests run in a checkout of the repository.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "AllianceAgreements.sln")) ? folder.FullName
        : Find(folder.Parent);
}
