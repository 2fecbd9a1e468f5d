using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Rendering.Images;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>A draft while it is being written. Disposed, it gives back the memory that it was written in.</summary>
/// <param name="stamp">What its properties say of it.</param>
/// <param name="taken">The numbers that the template has taken.</param>
internal sealed class Draft(DraftStamp stamp, TakenNumbers taken) : IDisposable
{
    private readonly Notes _footnotes = new(taken.LastNote);
    private readonly Notes _endnotes = new(taken.LastNote);
    private readonly List<XmlOutput> _outputs = [];
    private CrossReferences? _references;

    /// <summary>What its properties say of it.</summary>
    public DraftStamp Stamp { get; } = stamp;

    /// <summary>The part being written.</summary>
    public XmlOutput Output { get; set; } = new();

    /// <summary>What was found wrong; each once.</summary>
    public HashSet<TemplateFault> Faults { get; } = [];

    public Identities Identities { get; } = new();

    /// <summary>Its cross-references.</summary>
    public CrossReferences References => _references ??= new CrossReferences(Faults);

    /// <summary>Its fields that stand in content controls.</summary>
    public CarriedFields Fields { get; } = new();

    /// <summary>Its images.</summary>
    public DraftImages Images { get; } = new();

    public Lists Lists { get; } = new(taken.LastList);

    public LastBlock LastBlock { get; set; }

    public OpenTable? OpenTable { get; set; }

    public Notes Notes(NoteKind kind) => kind == NoteKind.Footnote ? _footnotes : _endnotes;

    /// <summary>An output that lasts as long as the draft.</summary>
    public XmlOutput CreateOutput()
    {
        var output = new XmlOutput();
        _outputs.Add(output);
        return output;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outputs.ForEach(output => output.Release());
        Lists.Output.Release();
        _footnotes.Output.Release();
        _endnotes.Output.Release();
    }
}

/// <summary>The highest numbers that stand in a template as they are.</summary>
/// <param name="LastList">Of <c>w:num</c>.</param>
/// <param name="LastNote">Of the separators among the notes.</param>
internal readonly record struct TakenNumbers(int LastList, int LastNote);

/// <summary>What the properties of a draft say of it, since a clock would make every draft another file.</summary>
/// <param name="Date">When it counts as created and modified.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Reference">The agreement's reference.</param>
/// <param name="Terms">The terms, as they are stored.</param>
internal sealed record DraftStamp(DateOnly Date, int Revision, string Reference, ReadOnlyMemory<byte> Terms);
