namespace AllianceAgreements.Embedded.Stores;

/// <summary>Where files and folders grow until they are whole. What a crash left here is nobody's, and is removed when it is a day old.</summary>
internal sealed class StagingFolder
{
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromDays(1);

    private readonly string _path;

    public StagingFolder(DataFolder folder, TimeProvider clock)
    {
        _path = folder.Staging;
        DurableFiles.CreateFolder(_path);
        RemoveLeftovers(clock.GetUtcNow() - LeftoverAge);
    }

    /// <summary>A path that nobody else uses.</summary>
    public string NewPath() => Path.Combine(_path, Guid.NewGuid().ToString("N"));

    /// <summary>Removes what was not moved away; quiet when nothing is left.</summary>
    public static void Discard(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    // Younger ones may belong to a process that is still at work.
    private void RemoveLeftovers(DateTimeOffset before)
    {
        foreach (var entry in new DirectoryInfo(_path).EnumerateFileSystemInfos())
        {
            if (entry.LastWriteTimeUtc < before.UtcDateTime)
            {
                Discard(entry.FullName);
            }
        }
    }
}
