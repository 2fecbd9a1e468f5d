namespace AllianceAgreements.Domain.Ports;

/// <summary>Where executed agreements are kept: written once, never changed.</summary>
public interface IArchive
{
    /// <summary>
    /// Writes an archive, all or nothing. Writing the same again answers <see cref="ArchiveResult.Written"/> as the first time;
    /// writing anything else to the same folder is refused.
    /// </summary>
    /// <param name="folder">Its folder, a single path segment.</param>
    /// <param name="files">Its files; paths with <c>/</c>.</param>
    /// <param name="cancellationToken">Cancels the write; nothing half-written becomes visible.</param>
    ValueTask<ArchiveResult> WriteAsync(string folder, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken);

    /// <summary>Opens a file of an archive; null when there is none.</summary>
    ValueTask<Stream?> OpenAsync(string folder, string path, CancellationToken cancellationToken);
}

/// <summary>A file to be archived.</summary>
/// <param name="Path">Its path in the archive, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes, lowercase hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="OpenAsync">Opens its content, at its start.</param>
public sealed record ArchiveFile(string Path, string Sha256, long Bytes, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    /// <summary>
    /// The folder of the document store that holds the same bytes under <see cref="Sha256"/>, for archives that can copy from there
    /// without reading them. Null when none does.
    /// </summary>
    public DocumentFolder? StoredIn { get; init; }
}

/// <summary>What became of an archive.</summary>
public abstract record ArchiveResult
{
    private ArchiveResult()
    {
    }

    /// <summary>It is there, whole.</summary>
    /// <param name="Location">Where a person finds it: a folder, a URL.</param>
    public sealed record Written(string Location) : ArchiveResult;

    /// <summary>The folder holds something else already.</summary>
    /// <param name="Message">What differs.</param>
    public sealed record Refused(string Message) : ArchiveResult;
}
