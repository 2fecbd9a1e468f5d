namespace AllianceAgreements.Domain.Archive;

/// <summary>The files of one archive, wherever they are, for <see cref="ArchiveVerifier"/> to read.</summary>
public interface IArchiveFiles
{
    /// <summary>The path of every file, with <c>/</c>, in no order. Whatever is there is told, hidden files and links too.</summary>
    IReadOnlyList<string> ListFiles();

    /// <summary>Opens a file at its start; null when there is no such file, or it is no plain file.</summary>
    Stream? TryOpen(string path);
}
