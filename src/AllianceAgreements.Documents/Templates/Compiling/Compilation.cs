using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates.Merging;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Where the compiler of a template set stands.</summary>
internal sealed class Compilation
{
    /// <summary>The part that is being written.</summary>
    public required string Part { get; init; }

    /// <summary>Takes what is wrong.</summary>
    public required ICollection<TemplateFault> Faults { get; init; }

    /// <summary>The package that drafts will have.</summary>
    public required OutputPackage Package { get; init; }

    /// <summary>The cross-references of the template.</summary>
    public required ReferenceIndex References { get; init; }

    /// <summary>Whether the part is the text of the agreement, whose clauses can be referred to.</summary>
    public bool IsText => HoldsText && !IsInNote;

    /// <summary>Whether the part holds the text of the agreement.</summary>
    public required bool HoldsText { get; init; }

    /// <summary>What the tags here can name.</summary>
    public required ScopeShape Scope { get; set; }

    /// <summary>The file and part that is being compiled.</summary>
    public required Source Source { get; set; }

    /// <summary>The prefixes of the part that is being written.</summary>
    public required PrefixMap Prefixes { get; set; }

    /// <summary>Whether this is plain text, such as a document property, and not Word text.</summary>
    public bool IsPlainText { get; init; }

    /// <summary>Takes the nodes.</summary>
    public NodeBuilder Output { get; private set; } = new();

    /// <summary>Stands for the branch (of an if or each) that is being compiled.</summary>
    public object Branch { get; private set; } = new();

    /// <summary>Whether this is a footnote or endnote.</summary>
    public bool IsInNote { get; private set; }

    /// <summary>Whether the container here must know at the end of a draft what block came last in it.</summary>
    public bool TracksBlocks { get; private set; }

    /// <summary>Word fields that are open here.</summary>
    public int OpenFields { get; set; }

    private LastBlock? KnownBlock { get; set; }

    /// <summary>Compiles something apart.</summary>
    public SequenceNode Capture(Action compile)
    {
        var outer = Output;
        Output = new NodeBuilder();
        compile();
        var node = Output.Build();
        Output = outer;
        return node;
    }

    /// <summary>Compiles something that is literal markup.</summary>
    public byte[] CaptureLiteral(Action compile)
    {
        var outer = Output;
        Output = new NodeBuilder();
        compile();
        var markup = Output.BuildLiteral();
        Output = outer;
        return markup;
    }

    /// <summary>Compiles a note, which goes to another part.</summary>
    public SequenceNode CaptureNote(PrefixMap prefixes, Action compile)
    {
        var outer = Prefixes;
        (Prefixes, IsInNote) = (prefixes, true);
        var node = Capture(compile);
        (Prefixes, IsInNote) = (outer, false);
        return node;
    }

    /// <summary>Compiles a branch, of which a draft may have none or many.</summary>
    public SequenceNode CaptureBranch(ScopeShape scope, Action compile)
    {
        var (outerBranch, outerScope) = (Branch, Scope);
        (Branch, Scope, KnownBlock) = (new object(), scope, null);
        var node = Capture(compile);
        (Branch, Scope, KnownBlock) = (outerBranch, outerScope, null);
        return node;
    }

    /// <summary>Compiles the content of a container.</summary>
    public void CompileContainer(bool tracksBlocks, Action compile)
    {
        var (outerTracks, outerKnown) = (TracksBlocks, KnownBlock);
        (TracksBlocks, KnownBlock) = (tracksBlocks, null);
        compile();
        (TracksBlocks, KnownBlock) = (outerTracks, outerKnown);
    }

    /// <summary>Notes that a block of a kind comes here, where that matters and is not known already.</summary>
    public void MarkBlock(LastBlock kind)
    {
        if (TracksBlocks && KnownBlock != kind)
        {
            Output.Add(new BlockMarkNode(kind));
        }

        KnownBlock = kind;
    }

    /// <summary>Notes that nothing is known of the last block here.</summary>
    public void ForgetBlock() => KnownBlock = null;
}
