using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>Copies archives that are kept elsewhere into the data folder, to be verified and handed on from there.</summary>
public sealed class ArchiveCopies
{
    private readonly DataFolder _folder;
    private readonly FolderArchive _copies;

    internal ArchiveCopies(DataFolder folder, StagingFolder staging) => (_folder, _copies) = (folder, new FolderArchive(folder, staging));

    /// <summary>Copies an archive, whole or not at all; to copy it again changes nothing. Returns the folder of the copy.</summary>
    /// <exception cref="InvalidDataException">There is no such archive, a file of it is not as its manifest says, or the folder holds something else.</exception>
    public async ValueTask<string> CopyAsync(IArchive archive, string folder, CancellationToken cancellationToken)
    {
        var files = await ArchiveCopy.FindAsync(archive, folder, cancellationToken)
            ?? throw new InvalidDataException($"There is no archive '{folder}'.");
        return await _copies.WriteAsync(folder, files, cancellationToken) switch
        {
            ArchiveResult.Written => Path.Combine(_folder.Archive, folder),
            ArchiveResult.Refused refused => throw new InvalidDataException(refused.Message),
            _ => throw new InvalidOperationException("An archive is written or refused."),
        };
    }
}
