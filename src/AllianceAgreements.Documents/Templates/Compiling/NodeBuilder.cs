using System.Text;
using AllianceAgreements.Documents.Rendering;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Collects what a stretch of a template comes to, joining literal markup.</summary>
internal sealed class NodeBuilder
{
    private readonly List<Node> _nodes = [];
    private XmlOutput _literal = new();

    /// <summary>Adds markup as it is.</summary>
    public void Write(string markup) => _literal.Write(Encoding.UTF8.GetBytes(markup));

    /// <summary>Adds characters, escaped.</summary>
    public void WriteText(string text) => _literal.WriteText(text);

    /// <summary>Adds a piece.</summary>
    public void Add(Node node)
    {
        switch (node)
        {
            case SequenceNode sequence:
                foreach (var inner in sequence.Nodes)
                {
                    Add(inner);
                }

                break;
            case LiteralNode literal:
                _literal.Write(literal.Markup);
                break;
            default:
                Flush();
                _nodes.Add(node);
                break;
        }
    }

    /// <summary>What was collected.</summary>
    public SequenceNode Build()
    {
        Flush();
        return new SequenceNode([.. _nodes]);
    }

    /// <summary>The markup alone.</summary>
    public byte[] BuildLiteral() =>
        _nodes.Count == 0 ? _literal.Written.ToArray() : throw new InvalidOperationException("There is more than literal markup.");

    private void Flush()
    {
        if (!_literal.Written.IsEmpty)
        {
            _nodes.Add(new LiteralNode(_literal.Written.ToArray()));
            _literal = new XmlOutput();
        }
    }
}
