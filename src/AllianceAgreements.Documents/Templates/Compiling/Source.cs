using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Templates.Merging;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>A part of a file that is being compiled. A clause that is included twice is two sources.</summary>
/// <param name="file">The template or clause.</param>
/// <param name="merger">Fits what a clause refers to into the main template; null for the main template itself.</param>
internal sealed class Source(TemplatePackage file, ClauseMerger? merger)
{
    private readonly Dictionary<string, Bookmark> _bookmarks = new(StringComparer.Ordinal);

    public TemplatePackage File { get; } = file;

    public ClauseMerger? Merger { get; } = merger;

    /// <summary>Starts a bookmark.</summary>
    public Bookmark StartBookmark(string id, string name) => _bookmarks[id] = new Bookmark(name, TargetName.OfBookmark(name), this);

    /// <summary>The bookmark with an id; null when it has not started.</summary>
    public Bookmark? FindBookmark(string id) => _bookmarks.GetValueOrDefault(id);
}
