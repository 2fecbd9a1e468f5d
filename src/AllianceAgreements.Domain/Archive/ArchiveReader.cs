using System.Security.Cryptography;

namespace AllianceAgreements.Domain.Archive;

/// <summary>Reads an archive that may be anything.</summary>
internal sealed class ArchiveReader(IArchiveFiles files)
{
    private const int BufferBytes = 81_920;

    private readonly HashSet<string> _paths = files.ListFiles().ToHashSet(StringComparer.Ordinal);

    public int Count => _paths.Count;

    public bool Holds(string path) => _paths.Contains(path);

    /// <summary>The first file that is none of these; null when there is none.</summary>
    public string? FindOther(IEnumerable<string> expected) => _paths.Except(expected).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>A whole file.</summary>
    public async ValueTask<byte[]> ReadAsync(string path, int maximumBytes, CancellationToken cancellationToken)
    {
        await using var stream = Open(path);
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > maximumBytes)
            {
                throw new ArchiveFaultException($"'{path}' is larger than any can be ({maximumBytes:N0} bytes).");
            }
        }

        return content.ToArray();
    }

    /// <summary>Checks a file against the manifest.</summary>
    public async ValueTask CheckAsync(ArchivedFile file, CancellationToken cancellationToken)
    {
        await using var stream = Open(file.Path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        long length = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            length += read;
        }

        if (length != file.Bytes)
        {
            throw new ArchiveFaultException($"'{file.Path}' was changed: it has {length:N0} bytes, and {file.Bytes:N0} were archived.");
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new ArchiveFaultException($"'{file.Path}' was changed: its SHA-256 is not the one in '{ArchiveLayout.Manifest}'.");
        }
    }

    // Only listed files are opened, so that no name in a manifest leads anywhere else.
    private Stream Open(string path) => !Holds(path)
        ? throw new ArchiveFaultException($"'{path}' is missing.")
        : files.TryOpen(path) ?? throw new ArchiveFaultException($"'{path}' is not a plain file.");
}
