using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Returned;

/// <summary>What references to the bookmarks of a file show: the number of the paragraph that a bookmark begins in, and the text that it marks.</summary>
internal sealed class ReadBookmarks
{
    /// <summary>More stand open at once in no agreement, and each of them costs something for every text.</summary>
    private const int MostOpen = 64;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Entry> _open = new(StringComparer.Ordinal);
    private readonly List<Entry> _waiting = [];

    /// <summary>A bookmark begins.</summary>
    /// <param name="start">The <c>w:bookmarkStart</c>.</param>
    /// <param name="paragraph">The number of the paragraph that it stands in; null when it has none.</param>
    /// <param name="isBetween">Whether it stands between paragraphs, and so means the next.</param>
    public void Begin(XElement start, ReferenceNumber? paragraph, bool isBetween)
    {
        var entry = new Entry { Number = paragraph };
        if (_open.Count < MostOpen && _entries.TryAdd(start.WordAttribute("name") ?? "", entry) && _open.TryAdd(start.WordAttribute("id") ?? "", entry) && isBetween)
        {
            _waiting.Add(entry);
        }
    }

    /// <summary>A paragraph begins.</summary>
    public void Enter(ReferenceNumber? paragraph)
    {
        _waiting.ForEach(entry => entry.Number = paragraph);
        _waiting.Clear();
    }

    /// <summary>A bookmark ends.</summary>
    public void End(XElement end) => _open.Remove(end.WordAttribute("id") ?? "");

    /// <summary>Takes text for the bookmarks that stand open.</summary>
    public void Add(string text)
    {
        foreach (var entry in _open.Values)
        {
            entry.Text.Append(text);
        }
    }

    /// <summary>What a reference shows; null when that cannot be told.</summary>
    /// <param name="bookmark">The bookmark.</param>
    /// <param name="shows">The switches that tell what of it is shown.</param>
    public string? Show(string bookmark, string shows) =>
        _entries.GetValueOrDefault(bookmark) is not { } entry ? null
        : shows.Length == 0 ? entry.Text.ToString()
        : entry.Number is { } number && number.Switches.EndsWith(shows, StringComparison.Ordinal) && shows.Length == 1 ? number.Number
        : null;

    private sealed class Entry
    {
        public StringBuilder Text { get; } = new();

        public ReferenceNumber? Number { get; set; }
    }
}
