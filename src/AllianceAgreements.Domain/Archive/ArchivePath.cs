using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Domain.Archive;

/// <summary>
/// Which names folders and files of an archive may have: letters of ASCII, digits, dots, hyphens and underscores, beginning with a
/// letter or digit. Such a name means the same on every file system and in every URL, and never leads out of its folder.
/// </summary>
public static class ArchivePath
{
    private const int MaximumSegment = 100;
    private const int MaximumPath = 200;

    /// <summary>Whether this can be an archive's folder: one segment of at most 100 characters.</summary>
    public static bool IsFolder(string name) => name is { Length: >= 1 and <= MaximumSegment }
        && char.IsAsciiLetterOrDigit(name[0]) && name[^1] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>Sees to it that an archive can be written: see <see cref="IArchive.WriteAsync"/>.</summary>
    /// <exception cref="ArgumentException">The folder or a path is none, there is no file, or two files have paths that differ in case alone.</exception>
    public static void Require(string folder, IReadOnlyList<ArchiveFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (!IsFolder(folder))
        {
            throw new ArgumentException($"'{folder}' cannot be the folder of an archive.", nameof(folder));
        }

        if (files.Count == 0)
        {
            throw new ArgumentException("There is nothing to archive.", nameof(files));
        }

        if (files.FirstOrDefault(file => !IsFile(file.Path)) is { } misplaced)
        {
            throw new ArgumentException($"'{misplaced.Path}' cannot be the path of an archived file.", nameof(files));
        }

        if (files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' is in the archive twice.", nameof(files));
        }
    }

    /// <summary>Whether this can be a file's path in an archive: segments separated by <c>/</c>, at most 200 characters.</summary>
    public static bool IsFile(string path) => path is { Length: <= MaximumPath } && path.Split('/').All(IsFolder);
}
