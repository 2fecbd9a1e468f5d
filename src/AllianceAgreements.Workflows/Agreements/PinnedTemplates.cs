using System.Collections.Concurrent;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// Keeps the templates that agreements are pinned to, and reads them back: some dozens of files for each agreement, the same ones for most, so
/// what this process has stored or read once it knows by its SHA-256.
/// </summary>
public sealed class PinnedTemplates(IDocumentStore documents)
{
    /// <summary>So many calls at once: a start or a draft is quick and its neighbors are not starved.</summary>
    internal const int CallsAtOnce = 8;

    /// <summary>Beyond it everything is forgotten: templates change seldom, and one edition of all forms is under a megabyte.</summary>
    internal const long MaximumBytes = 32 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _known = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>Stores what is not known to be stored.</summary>
    /// <returns>The versions, in the order of the files.</returns>
    public async ValueTask<IReadOnlyList<TemplateVersion>> StoreAsync(IReadOnlyList<TemplateFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        await Parallel.ForEachAsync(
            files.Where(file => !_known.ContainsKey(file.Sha256)),
            Bounded(cancellationToken),
            async (file, token) =>
            {
                await documents.PutAsync(DocumentFolder.Templates, file.Content, token);
                Remember(file.Sha256, file.Content);
            });
        return [.. files.Select(file => new TemplateVersion(file.Name, file.Sha256))];
    }

    /// <summary>The files of these versions, in their order.</summary>
    /// <exception cref="InvalidDataException">One is missing or was changed.</exception>
    public async ValueTask<IReadOnlyList<TemplateFile>> ReadAsync(IReadOnlyList<TemplateVersion> versions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var files = new TemplateFile[versions.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, versions.Count),
            Bounded(cancellationToken),
            async (index, token) => files[index] = new TemplateFile(versions[index].Name, await ReadAsync(versions[index].Sha256, token)));
        return files;
    }

    private static ParallelOptions Bounded(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(sha256, out var content))
        {
            content = await documents.ReadAsync(DocumentFolder.Templates, sha256, cancellationToken);
            Remember(sha256, content);
        }

        return content;
    }

    private void Remember(string sha256, ReadOnlyMemory<byte> content)
    {
        if (Interlocked.Add(ref _bytes, content.Length) > MaximumBytes)
        {
            _known.Clear();
            Interlocked.Exchange(ref _bytes, content.Length);
        }

        _known[sha256] = content;
    }
}
