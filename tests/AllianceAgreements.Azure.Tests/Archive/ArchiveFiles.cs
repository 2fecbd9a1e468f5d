using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Azure.Tests.Archive;

internal static class ArchiveFiles
{
    public static ArchiveFile Of(string path, string content) => Of(path, Encoding.UTF8.GetBytes(content));

    public static ArchiveFile Of(string path, byte[] content) => new(
        path, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, _ => ValueTask.FromResult<Stream>(new MemoryStream(content)));

    /// <summary>A file that the document store holds, and that nobody is to read from there.</summary>
    public static ArchiveFile Unread(string path, string sha256, long bytes, DocumentFolder folder) =>
        new(path, sha256, bytes, _ => throw new InvalidOperationException($"'{path}' was read.")) { StoredIn = folder };

    public static async Task<string?> ReadAsync(this IArchive archive, string folder, string path, CancellationToken cancellationToken)
    {
        await using var stream = await archive.OpenAsync(folder, path, cancellationToken);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
