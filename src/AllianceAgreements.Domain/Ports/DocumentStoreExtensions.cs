using System.Security.Cryptography;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Reading whole documents.</summary>
public static class DocumentStoreExtensions
{
    /// <summary>The content of a document that is known to be stored, checked against its SHA-256.</summary>
    /// <exception cref="InvalidDataException">It is missing or was changed.</exception>
    public static async ValueTask<byte[]> ReadAsync(
        this IDocumentStore store, DocumentFolder folder, string sha256, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(folder);
        await using var stream = await store.OpenAsync(folder, sha256, cancellationToken)
            ?? throw new InvalidDataException($"Document {sha256} is missing from the folder '{folder.Path}' of the document store.");
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256
            ? content
            : throw new InvalidDataException($"Document {sha256} in the folder '{folder.Path}' of the document store was changed.");
    }
}
