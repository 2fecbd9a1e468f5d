using AllianceAgreements.Domain.Archive;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>An archive in a folder on disk, to be verified where it lies.</summary>
public sealed class ArchiveDirectory : IArchiveFiles
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false };

    private readonly string _root;

    /// <summary>The archive in a folder; nothing is read yet.</summary>
    public ArchiveDirectory(string root) => _root = Path.GetFullPath(root);

    /// <inheritdoc/>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IReadOnlyList<string> ListFiles()
    {
        var files = new List<string>();
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(_root)]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
            {
                // A link to a folder is listed like a file: what it leads to is not in the archive.
                if (entry is DirectoryInfo directory && directory.LinkTarget is null)
                {
                    folders.Push(directory);
                }
                else
                {
                    files.Add(Path.GetRelativePath(_root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'));
                }
            }
        }

        return files;
    }

    /// <inheritdoc/>
    public Stream? TryOpen(string path)
    {
        if (!ArchivePath.IsFile(path))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(_root, path));
        return file is { Exists: true, LinkTarget: null } ? ReadOnlyFile.TryOpen(file.FullName) : null;
    }
}
