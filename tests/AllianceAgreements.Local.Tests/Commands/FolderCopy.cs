namespace AllianceAgreements.Local.Tests.Commands;

/// <summary>Copies folders.</summary>
internal static class FolderCopy
{
    /// <summary>Copies what is in a folder, so that the copies can be changed whatever the modes of the originals.</summary>
    public static void Create(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }
    }
}
