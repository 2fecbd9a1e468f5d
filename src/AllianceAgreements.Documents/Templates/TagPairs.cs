using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Templates;

/// <summary>Whether tags that open and close belong together.</summary>
internal static class TagPairs
{
    /// <summary>Whether every block that these tags open is closed by one of them, and none is closed that they did not open.</summary>
    public static bool ArePaired(IEnumerable<TagElement> tags)
    {
        var open = new Stack<BlockKind>();
        foreach (var element in tags)
        {
            switch (element.Tag)
            {
                case OpenTag opening:
                    open.Push(opening.Kind);
                    break;
                case CloseTag close when !open.TryPop(out var kind) || kind != close.Kind:
                case ElseTag when open.Count == 0:
                    return false;
            }
        }

        return open.Count == 0;
    }
}
