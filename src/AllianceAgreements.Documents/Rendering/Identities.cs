namespace AllianceAgreements.Documents.Rendering;

/// <summary>Gives out the numbers and names that must be unique in one document.</summary>
internal sealed class Identities
{
    private const int MaximumNameLength = 40;

    private readonly int[] _last = new int[Enum.GetValues<IdentityKind>().Length];
    private readonly Dictionary<Bookmark, int> _open = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _lastBookmark;

    /// <summary>The next number of a kind, from 1.</summary>
    public int Next(IdentityKind kind) => ++_last[(int)kind];

    /// <summary>The number and the name of a bookmark that starts.</summary>
    public (int Id, string Name) Start(Bookmark bookmark)
    {
        var name = bookmark.Name;
        for (var copy = 2; !_names.Add(name); copy++)
        {
            var suffix = $"_{copy}";
            name = bookmark.Name[..Math.Min(bookmark.Name.Length, MaximumNameLength - suffix.Length)] + suffix;
        }

        return (_open[bookmark] = ++_lastBookmark, name);
    }

    /// <summary>The number of a bookmark that ends.</summary>
    public int End(Bookmark bookmark) => _open[bookmark];
}
