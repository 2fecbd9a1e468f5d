using System.Security.Cryptography;
using AllianceAgreements.Azure.Documents;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using Azure.Storage.Blobs;

namespace AllianceAgreements.Azure.Archive;

/// <summary>Writes single files of an archive: copied by the service where it can, streamed through this process where it cannot.</summary>
internal sealed class ArchiveWriter(DocumentCopier copier, TaggedBlobs blobs)
{
    /// <summary>Writes a file, unless it is there already. False when what is there is something else.</summary>
    /// <exception cref="InvalidDataException">The source is not what the file's SHA-256 and length say.</exception>
    public async Task<bool> WriteAsync(
        BlobClient target, ArchiveFile file, Dictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var written = await copier.TryCopyAsync(target, file, tags, cancellationToken) switch
        {
            DocumentCopy.Copied => true,
            DocumentCopy.Taken => false,
            _ => await StreamAsync(target, file, tags, cancellationToken),
        };
        return written || await HoldsAsync(target, file, cancellationToken);
    }

    // Whole in memory, so that a blob comes into being only with the right bytes; files are documents, 20 MiB at the most.
    private async Task<bool> StreamAsync(
        BlobClient target, ArchiveFile file, Dictionary<string, string> tags, CancellationToken cancellationToken)
    {
        await using var source = await file.OpenAsync(cancellationToken);
        using var content = new MemoryStream();
        await source.CopyToAsync(content, cancellationToken);
        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        return bytes.Length == file.Bytes && Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == file.Sha256
            ? await blobs.TryCreateAsync(target, bytes, ContentTypeOf(file.Path, bytes), tags, cancellationToken)
            : throw NotAsSaid(file);
    }

    private static async Task<bool> HoldsAsync(BlobClient target, ArchiveFile file, CancellationToken cancellationToken)
    {
        await using var stream = await target.TryOpenAsync(cancellationToken);
        return stream is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) == file.Sha256;
    }

    private static string ContentTypeOf(string path, ReadOnlyMemory<byte> content) =>
        Path.GetExtension(path) is ".txt" or ".sha256" ? "text/plain; charset=utf-8" : DocumentBlob.ContentTypeOf(content.Span);

    public static InvalidDataException NotAsSaid(ArchiveFile file) =>
        new($"'{file.Path}' is not what was to be archived: its content does not match its SHA-256 and length.");
}
