using System.Security.Cryptography;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Domain.Tests.Record;

/// <summary>Documents in memory.</summary>
internal sealed class MemoryDocumentStore : IDocumentStore
{
    private readonly Dictionary<(DocumentFolder Folder, string Sha256), byte[]> _documents = [];

    public string Put(DocumentFolder folder, ReadOnlyMemory<byte> content)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        _documents[(folder, sha256)] = content.ToArray();
        return sha256;
    }

    public ValueTask<string> PutAsync(DocumentFolder folder, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Put(folder, content));

    public ValueTask<Stream?> OpenAsync(DocumentFolder folder, string sha256, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Stream?>(_documents.TryGetValue((folder, sha256), out var content) ? new MemoryStream(content) : null);
}
