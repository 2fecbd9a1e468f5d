using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Rendering.Images;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>A template with its clauses, ready to be filled any number of times, also at the same time.</summary>
/// <param name="parts">The parts, in the order of the package.</param>
/// <param name="taken">The numbers that the template has taken.</param>
/// <param name="carried">What drafts carry besides their text; null when nothing.</param>
/// <param name="references">What its cross-references are numbered by; null when it has none.</param>
/// <param name="faults">What is wrong with it, whatever the data.</param>
internal sealed class CompiledTemplate(
    IReadOnlyList<OutputPart> parts, TakenNumbers taken, CarriedTerms? carried, ReferenceTables? references, IReadOnlyList<TemplateFault> faults)
{
    /// <summary>What is wrong with it, whatever the data.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; } = faults;

    /// <summary>Fills it.</summary>
    /// <exception cref="InvalidTemplateException">It is faulty, or the data lacks something that it does not guard.</exception>
    public byte[] Render(object data, DraftStamp stamp)
    {
        using var draft = new Draft(stamp, taken);
        var outputs = WriteParts(draft, new Scope(data));
        if (references is not null && draft.Faults.Count + Faults.Count == 0)
        {
            references.NumberTargets(draft, OutputOf(references.NumberingPart));
            outputs = Array.ConvertAll(outputs, output => output is { IsOpen: true } ? Close(draft, output) : output);
        }

        if (carried is not null)
        {
            outputs[IndexOf(carried.PartName)] = CarriedTerms.Write(draft, carried.TextParts.Select(OutputOf).OfType<XmlOutput>());
        }

        draft.Faults.UnionWith(Faults);
        return draft.Faults.Count == 0
            ? ZipWriter.Write([.. parts.Select((part, index) => part.Pack(outputs[index])), .. draft.Images.Pack(name => IndexOf(name) >= 0)])
            : throw new InvalidTemplateException([.. Faults, .. draft.Faults.Except(Faults)]);

        XmlOutput? OutputOf(string? name) => IndexOf(name) is >= 0 and var index ? outputs[index] : null;
    }

    private static XmlOutput Close(Draft draft, XmlOutput output)
    {
        var closed = draft.CreateOutput();
        output.CloseTo(closed);
        return closed;
    }

    private int IndexOf(string? name)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Writes the parts that vary. Notes, lists and images come up while the text is written, so their parts go last.</summary>
    private XmlOutput?[] WriteParts(Draft draft, Scope scope)
    {
        var outputs = new XmlOutput?[parts.Count];
        foreach (var (part, index) in parts.Select((part, index) => (part, index)).Where(pair => !pair.part.IsFixed).OrderBy(pair => pair.part.Rank))
        {
            draft.Output = outputs[index] = draft.CreateOutput();
            if (part.Name == references?.TextPart)
            {
                draft.References.Text = draft.Output;
            }

            part.Write(draft, scope);
        }

        return outputs;
    }
}

/// <summary>A part of the package of drafts.</summary>
internal sealed class OutputPart
{
    private readonly PackedPart? _fixed;
    private readonly Node? _node;

    private OutputPart(string name, PackedPart? @fixed, Node? node, int rank) => (Name, _fixed, _node, Rank) = (name, @fixed, node, rank);

    public string Name { get; }

    /// <summary>Parts are written in the order of their rank.</summary>
    public int Rank { get; }

    /// <summary>Whether it is the same in every draft.</summary>
    public bool IsFixed => _fixed is not null;

    /// <summary>A part that is the same in every draft.</summary>
    public static OutputPart Create(string name, byte[] content) => new(name, PackedPart.Pack(name, content), node: null, rank: 0);

    /// <summary>A part that is written with each draft.</summary>
    public static OutputPart Create(string name, SequenceNode node)
    {
        if (node.IsFixed)
        {
            using var draft = new Draft(new DraftStamp(default, Revision: 0, Reference: "", Terms: default), default);
            node.Write(draft, new Scope(name));
            return Create(name, draft.Output.Written.ToArray());
        }

        var isGathered = node.Nodes.Any(inner => inner is NotesNode or ListsNode or ImageLinksNode);
        return new OutputPart(name, @fixed: null, node, rank: isGathered ? 1 : 0);
    }

    /// <summary>Writes a part that varies.</summary>
    public void Write(Draft draft, Scope scope) => _node!.Write(draft, scope);

    /// <summary>The part, compressed.</summary>
    /// <param name="output">What was written; null for a part that is the same in every draft.</param>
    public PackedPart Pack(XmlOutput? output) => output is null ? _fixed! : PackedPart.PackSwiftly(Name, output.Written);
}
