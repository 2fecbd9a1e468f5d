using System.Security.Cryptography;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>Documents as files named by their SHA-256, read-only once written.</summary>
internal sealed class FolderDocumentStore(DataFolder folder, StagingFolder staging) : IDocumentStore
{
    public async ValueTask<string> PutAsync(DocumentFolder folder, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(folder, sha256);
        if (File.Exists(path))
        {
            return sha256;
        }

        DurableFiles.CreateFolder(Path.GetDirectoryName(path)!);
        var staged = staging.NewPath();
        try
        {
            await DurableFiles.WriteAsync(staged, content, DurableFiles.OwnerReadOnly, cancellationToken);
            DurableFiles.TryPublish(staged, path);
        }
        finally
        {
            StagingFolder.Discard(staged);
        }

        return sha256;
    }

    public ValueTask<Stream?> OpenAsync(DocumentFolder folder, string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // What is no SHA-256 names no document, and must not become part of a path.
        return ValueTask.FromResult<Stream?>(Sha256Hex.IsValid(sha256) ? ReadOnlyFile.TryOpen(PathOf(folder, sha256)) : null);
    }

    private string PathOf(DocumentFolder documents, string sha256) => Path.Combine([folder.Documents, .. documents.Path.Split('/'), sha256]);
}
