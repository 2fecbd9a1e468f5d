using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>A number that is unique among those of its kind in the document.</summary>
internal sealed class UniqueIdNode(IdentityKind kind) : Node
{
    public override void Write(Draft draft, Scope scope) => draft.Output.Write(draft.Identities.Next(kind));
}

/// <summary>Kinds of number that are unique in a document.</summary>
internal enum IdentityKind
{
    /// <summary><c>wp:docPr/@id</c></summary>
    Drawing,

    /// <summary><c>w:sdtPr/w:id</c></summary>
    ContentControl,
}

/// <summary>A bookmark of a template. It comes out when its start and its end always come out together.</summary>
/// <param name="name">Its name.</param>
/// <param name="key">What cross-references call it.</param>
/// <param name="origin">The file it stands in; a clause that is included twice is two.</param>
internal sealed class Bookmark(string name, string key, object origin)
{
    public string Name { get; } = name;

    public string Key { get; } = key;

    public object Origin { get; } = origin;

    /// <summary>Of bookmarks with the same key, those of the lowest rank are meant.</summary>
    public int Rank { get; init; }

    /// <summary>The branch of the template that holds the start.</summary>
    public object? StartBranch { get; set; }

    /// <summary>The branch of the template that holds the end.</summary>
    public object? EndBranch { get; set; }

    public bool IsWhole => StartBranch == EndBranch;
}

/// <summary>The start of a bookmark. Repeated, it gets another name each time.</summary>
internal sealed class BookmarkStartNode(Bookmark bookmark) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        if (!bookmark.IsWhole)
        {
            draft.References.Start(bookmark, name: null, draft.Output, scope);
            return;
        }

        var (id, name) = draft.Identities.Start(bookmark);
        draft.Output.Write("<w:bookmarkStart w:id=\""u8);
        draft.Output.Write(id);
        draft.Output.Write("\" w:name=\""u8);
        draft.Output.WriteText(name);
        draft.Output.Write("\"/>"u8);
        draft.References.Start(bookmark, name, draft.Output, scope);
    }
}

/// <summary>The end of a bookmark.</summary>
internal sealed class BookmarkEndNode(Bookmark bookmark) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        if (bookmark.IsWhole)
        {
            draft.References.End(bookmark, draft.Output);
            draft.Output.Write("<w:bookmarkEnd w:id=\""u8);
            draft.Output.Write(draft.Identities.End(bookmark));
            draft.Output.Write("\"/>"u8);
        }
    }
}
