using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using Azure.Storage.Blobs;

namespace AllianceAgreements.Azure.Archive;

/// <summary>
/// Archives as blobs that are written once: <c>{archive}/{contents}/{path}</c> and, last of all, <c>{archive}/sealed.sha256</c>. Readers see
/// nothing of an archive before that last one is there, and then the whole: it is a single blob that only one write can create, and it
/// names the folder with the files. A write that crashed is completed by the next of the same; what it left is never seen otherwise, and
/// never in the way.
/// </summary>
internal sealed class BlobArchive(AzureStorage storage, TaggedBlobs blobs, ArchiveWriter writer, ArchiveProtection protection) : IArchive
{
    public const string ContainerName = "archive";

    private const int FilesAtOnce = 4;

    private readonly BlobContainerClient _container = storage.Container(ContainerName);

    public async ValueTask<ArchiveResult> WriteAsync(string folder, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        ArchivePath.Require(folder, files);
        var contents = ArchiveContents.Of(files);
        if ((await FindAsync(folder, cancellationToken))?.FindDifference(contents) is { } difference)
        {
            return Refuse(folder, difference);
        }

        if (await WriteFilesAsync(folder, contents, files, cancellationToken) is { } changed)
        {
            return Refuse(folder, $"its '{changed}' differs");
        }

        var seal = Seal(folder);
        var isProtected = await protection.ApplyAsync(folder, files.Select(file => Blob(folder, contents, file.Path)), cancellationToken);
        if (!await blobs.TryCreateAsync(seal, contents.ToUtf8(), "text/plain; charset=utf-8", TagsOf(folder), cancellationToken)
            && (await FindAsync(folder, cancellationToken))?.FindDifference(contents) is { } other)
        {
            return Refuse(folder, other);
        }

        if (isProtected)
        {
            await protection.ApplyAsync(folder, [seal], cancellationToken);
        }

        return new ArchiveResult.Written(_container.GetBlobClient($"{folder}/{contents.FolderName}").Uri.AbsoluteUri);
    }

    public async ValueTask<Stream?> OpenAsync(string folder, string path, CancellationToken cancellationToken) =>
        ArchivePath.IsFolder(folder) && ArchivePath.IsFile(path)
        && await FindAsync(folder, cancellationToken) is { } contents && contents.Holds(path)
            ? await Blob(folder, contents, path).TryOpenAsync(cancellationToken)
            : null;

    private static ArchiveResult.Refused Refuse(string folder, string difference) =>
        new($"The archive '{folder}' exists already, and {difference}.");

    private static Dictionary<string, string> TagsOf(string folder) => new(StringComparer.Ordinal) { ["archive"] = folder };

    /// <summary>Writes every file, and tells the first that is there already and is another; null when there is none.</summary>
    private async Task<string?> WriteFilesAsync(
        string folder, ArchiveContents contents, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        var changed = new string?[files.Count];
        await Parallel.ForEachAsync(
            files.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce, CancellationToken = cancellationToken },
            async (item, cancellation) =>
            {
                var (index, file) = item;
                var tags = TagsOf(folder);
                tags["sha256"] = file.Sha256;
                changed[index] = await writer.WriteAsync(Blob(folder, contents, file.Path), file, tags, cancellation) ? null : file.Path;
            });
        return changed.FirstOrDefault(path => path is not null);
    }

    /// <summary>What the archive holds; null when there is none, or it is not whole yet.</summary>
    private async ValueTask<ArchiveContents?> FindAsync(string folder, CancellationToken cancellationToken) =>
        await Seal(folder).TryReadAsync(cancellationToken) is { } seal ? ArchiveContents.Parse(seal.Content.ToMemory()) : null;

    private BlobClient Seal(string folder) => _container.GetBlobClient($"{folder}/{ArchiveContents.FileName}");

    private BlobClient Blob(string folder, ArchiveContents contents, string path) =>
        _container.GetBlobClient($"{folder}/{contents.FolderName}/{path}");
}
