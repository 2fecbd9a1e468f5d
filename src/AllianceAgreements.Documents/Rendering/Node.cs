using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>A piece of a compiled template. It holds no state of a draft, so drafts can be made at the same time.</summary>
internal abstract class Node
{
    /// <summary>Writes what it comes to.</summary>
    public abstract void Write(Draft draft, Scope scope);
}

/// <summary>Markup that is the same in every draft.</summary>
internal sealed class LiteralNode(byte[] markup) : Node
{
    /// <summary>The markup, in UTF-8.</summary>
    public ReadOnlySpan<byte> Markup => markup;

    public override void Write(Draft draft, Scope scope) => draft.Output.Write(markup);
}

/// <summary>Pieces one after the other.</summary>
internal sealed class SequenceNode(IReadOnlyList<Node> nodes) : Node
{
    /// <summary>The pieces.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>Whether it comes out the same in every draft.</summary>
    public bool IsFixed => nodes.All(node => node is LiteralNode);

    public override void Write(Draft draft, Scope scope)
    {
        foreach (var node in nodes)
        {
            node.Write(draft, scope);
        }
    }
}
