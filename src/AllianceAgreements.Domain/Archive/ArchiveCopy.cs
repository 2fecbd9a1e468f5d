using System.Security.Cryptography;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Domain.Archive;

/// <summary>An archive as its manifest lists it, to be written to another place.</summary>
public static class ArchiveCopy
{
    /// <summary>Every file of an archive, with what the manifest says of it; null when there is no such archive.</summary>
    /// <param name="archive">Where the archive is.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">Its manifest cannot be read, or lists a file that no archive can hold.</exception>
    public static async ValueTask<IReadOnlyList<ArchiveFile>?> FindAsync(IArchive archive, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(archive);
        if (await ReadAsync(archive, folder, ArchiveLayout.Manifest, cancellationToken) is not { } bytes)
        {
            return null;
        }

        var manifest = ArchiveManifest.TryParse(bytes);
        if (manifest is null || manifest.Files.Any(file => !ArchivePath.IsFile(file.Path)))
        {
            throw new InvalidDataException($"The manifest of the archive '{folder}' cannot be read.");
        }

        var checksum = await ReadAsync(archive, folder, ArchiveLayout.Checksum, cancellationToken)
            ?? throw Missing(folder, ArchiveLayout.Checksum);
        return
        [
            .. manifest.Files.Select(file => new ArchiveFile(file.Path, file.Sha256, file.Bytes, async token =>
                await archive.OpenAsync(folder, file.Path, token) ?? throw Missing(folder, file.Path))),
            Held(ArchiveLayout.Manifest, bytes),
            Held(ArchiveLayout.Checksum, checksum),
        ];
    }

    private static ArchiveFile Held(string path, byte[] content) => new(
        path, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false)));

    private static async ValueTask<byte[]?> ReadAsync(IArchive archive, string folder, string path, CancellationToken cancellationToken)
    {
        await using var stream = await archive.OpenAsync(folder, path, cancellationToken);
        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    private static InvalidDataException Missing(string folder, string path) => new($"The archive '{folder}' lacks '{path}'.");
}
