using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>A template with its clauses, ready to be filled any number of times, also at the same time.</summary>
/// <param name="parts">The parts, in the order of the package.</param>
/// <param name="taken">The numbers that the template has taken.</param>
/// <param name="faults">What is wrong with it, whatever the data.</param>
internal sealed class CompiledTemplate(IReadOnlyList<OutputPart> parts, TakenNumbers taken, IReadOnlyList<TemplateFault> faults)
{
    /// <summary>What is wrong with it, whatever the data.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; } = faults;

    /// <summary>Fills it.</summary>
    /// <exception cref="InvalidTemplateException">It is faulty, or the data lacks something that it does not guard.</exception>
    public byte[] Render(object data, DraftStamp stamp)
    {
        var draft = new Draft(stamp, taken);
        var scope = new Scope(data);
        var packed = new PackedPart[parts.Count];

        // Notes and lists come up while the text is written, so their parts go last.
        foreach (var (part, index) in parts.Select((part, index) => (part, index)).OrderBy(pair => pair.part.Rank))
        {
            packed[index] = part.Render(draft, scope);
        }

        draft.Faults.UnionWith(Faults);
        return draft.Faults.Count == 0
            ? ZipWriter.Write(packed)
            : throw new InvalidTemplateException([.. Faults, .. draft.Faults.Except(Faults)]);
    }
}

/// <summary>A part of the package of drafts.</summary>
internal sealed class OutputPart
{
    private readonly string _name;
    private readonly PackedPart? _fixed;
    private readonly Node? _node;

    private OutputPart(string name, PackedPart? @fixed, Node? node, int rank) => (_name, _fixed, _node, Rank) = (name, @fixed, node, rank);

    /// <summary>Parts are written in the order of their rank.</summary>
    public int Rank { get; }

    /// <summary>A part that is the same in every draft.</summary>
    public static OutputPart Create(string name, byte[] content) => new(name, PackedPart.Pack(name, content), node: null, rank: 0);

    /// <summary>A part that is written with each draft.</summary>
    public static OutputPart Create(string name, SequenceNode node)
    {
        if (node.IsFixed)
        {
            var draft = new Draft(new DraftStamp(default, Revision: 0), default);
            node.Write(draft, new Scope(name));
            return Create(name, draft.Output.Written.ToArray());
        }

        var isGathered = node.Nodes.Any(inner => inner is NotesNode or ListsNode);
        return new OutputPart(name, @fixed: null, node, rank: isGathered ? 1 : 0);
    }

    /// <summary>The part in a draft.</summary>
    public PackedPart Render(Draft draft, Scope scope)
    {
        if (_fixed is not null)
        {
            return _fixed;
        }

        draft.Output = new XmlOutput();
        _node!.Write(draft, scope);
        return PackedPart.Pack(_name, draft.Output.Written);
    }
}
