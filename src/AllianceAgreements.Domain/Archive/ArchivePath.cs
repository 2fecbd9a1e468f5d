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

    /// <summary>Whether this can be a file's path in an archive: segments separated by <c>/</c>, at most 200 characters.</summary>
    public static bool IsFile(string path) => path is { Length: <= MaximumPath } && path.Split('/').All(IsFolder);
}
