using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates;

/// <summary>Keeps the compiled templates that were used last, by the names and hashes of their files.</summary>
/// <param name="data">What tags can name.</param>
/// <param name="capacity">How many are kept; a few megabytes each.</param>
internal sealed class TemplateCache(ObjectShape data, int capacity = 32)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _recent = new();

    /// <summary>How many templates are kept now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The compiled template; compiled now, once even when many ask, unless it is kept.</summary>
    public CompiledTemplate Get(IReadOnlyList<TemplateFile> files)
    {
        return Find(KeyOf(files), files).Value;
    }

    private Lazy<CompiledTemplate> Find(string key, IReadOnlyList<TemplateFile> files)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var node))
            {
                _recent.Remove(node);
            }
            else
            {
                node = new LinkedListNode<Entry>(new Entry(key, new Lazy<CompiledTemplate>(() => TemplateCompiler.Compile(files, data))));
                _entries.Add(key, node);
            }

            _recent.AddFirst(node);
            if (_entries.Count > capacity)
            {
                _entries.Remove(_recent.Last!.Value.Key);
                _recent.RemoveLast();
            }

            return node.Value.Template;
        }
    }

    private static string KeyOf(IReadOnlyList<TemplateFile> files) => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => $"{file.Name}\t{file.Sha256}")))));

    private sealed record Entry(string Key, Lazy<CompiledTemplate> Template);
}
