using System.Security.Cryptography;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>Archives as folders of read-only files. An archive grows in staging and appears whole, in one step.</summary>
internal sealed class FolderArchive(DataFolder folder, StagingFolder staging) : IArchive
{
    private const int BufferBytes = 81_920;

    public async ValueTask<ArchiveResult> WriteAsync(string folder, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        ArchivePath.Require(folder, files);
        var target = PathOf(folder);
        if (Directory.Exists(target))
        {
            return await CompareAsync(folder, files, cancellationToken);
        }

        var staged = staging.NewPath();
        try
        {
            await StageAsync(staged, files, cancellationToken);
            if (TryPublish(staged, target))
            {
                return new ArchiveResult.Written(target);
            }
        }
        finally
        {
            StagingFolder.Discard(staged);
        }

        return await CompareAsync(folder, files, cancellationToken);
    }

    public ValueTask<Stream?> OpenAsync(string folder, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<Stream?>(
            ArchivePath.IsFolder(folder) && ArchivePath.IsFile(path) ? ReadOnlyFile.TryOpen(Path.Combine(PathOf(folder), path)) : null);
    }

    private static async ValueTask StageAsync(string staged, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        DurableFiles.CreateFolder(staged);
        foreach (var file in files)
        {
            var path = Path.Combine(staged, file.Path);
            DurableFiles.CreateFolder(Path.GetDirectoryName(path)!);
            await CopyAsync(file, path, cancellationToken);
        }

        foreach (var directory in Directory.EnumerateDirectories(staged, "*", SearchOption.AllDirectories).Append(staged))
        {
            DurableFiles.SyncFolder(directory);
        }
    }

    private static async ValueTask CopyAsync(ArchiveFile file, string path, CancellationToken cancellationToken)
    {
        await using var source = await file.OpenAsync(cancellationToken);
        await using var target = DurableFiles.CreateNew(path, DurableFiles.OwnerReadOnly);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (target.Position != file.Bytes || Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new InvalidDataException($"'{file.Path}' is not what was to be archived: its content does not match its SHA-256 and length.");
        }

        target.Flush(flushToDisk: true);
    }

    private static bool TryPublish(string staged, string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        DurableFiles.CreateFolder(parent);
        try
        {
            Directory.Move(staged, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            return false;
        }

        DurableFiles.SyncFolder(parent);
        return true;
    }

    private async ValueTask<ArchiveResult> CompareAsync(string folder, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        var target = PathOf(folder);
        var present = new ArchiveDirectory(target);
        var extra = present.ListFiles().Except(files.Select(file => file.Path)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (extra is not null)
        {
            return new ArchiveResult.Refused($"The archive '{folder}' exists already, and holds '{extra}' besides.");
        }

        foreach (var file in files)
        {
            await using var stream = present.TryOpen(file.Path);
            if (stream is null)
            {
                return new ArchiveResult.Refused($"The archive '{folder}' exists already, without '{file.Path}'.");
            }

            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != file.Sha256)
            {
                return new ArchiveResult.Refused($"The archive '{folder}' exists already, and its '{file.Path}' differs.");
            }
        }

        return new ArchiveResult.Written(target);
    }

    private string PathOf(string name) => Path.Combine(folder.Archive, name);
}
