using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates.Merging;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>A part of a file that is being compiled. A clause that is included twice is two sources.</summary>
/// <param name="File">The template or clause.</param>
/// <param name="Merger">Fits what a clause refers to into the main template; null for the main template itself.</param>
internal sealed record Source(TemplatePackage File, ClauseMerger? Merger)
{
    private readonly Dictionary<string, Bookmark> _bookmarks = new(StringComparer.Ordinal);

    /// <summary>Starts a bookmark.</summary>
    public Bookmark StartBookmark(string id, string name) => _bookmarks[id] = new Bookmark(name);

    /// <summary>The bookmark with an id; null when it has not started.</summary>
    public Bookmark? FindBookmark(string id) => _bookmarks.GetValueOrDefault(id);
}
