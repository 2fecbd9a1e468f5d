using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Components;

/// <summary>Shows stored Word documents as HTML, and remembers the latest ones: what has a SHA-256 never changes.</summary>
internal sealed class DocumentPages(IDocumentPreview preview, IDocumentStore documents, ILogger<DocumentPages> logger) : IDisposable
{
    private const long MaximumCharacters = 64 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaximumCharacters });

    /// <summary>The document as HTML; says so instead when it cannot be shown.</summary>
    public async ValueTask<string> ReadAsync(DocumentFolder folder, string sha256, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(sha256, out string? known))
        {
            return known!;
        }

        string html;
        try
        {
            html = preview.ToHtml(await documents.ReadAsync(folder, sha256, cancellationToken));
        }
        catch (InvalidDataException exception)
        {
            logger.PreviewFailed(sha256, exception);
            return "<p>This document cannot be shown here. Download it to read it.</p>";
        }

        _cache.Set(sha256, html, new MemoryCacheEntryOptions { Size = html.Length });
        return html;
    }

    public void Dispose() => _cache.Dispose();
}
