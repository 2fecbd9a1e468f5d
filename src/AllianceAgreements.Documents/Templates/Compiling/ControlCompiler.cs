using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>An element of a sequence in which blocks open and close: paragraphs, rows, or the runs of a paragraph.</summary>
internal abstract record SequenceItem
{
    /// <summary>Content.</summary>
    internal sealed record Content(Action Compile) : SequenceItem;

    /// <summary>A tag that opens, divides or closes a block.</summary>
    internal sealed record Control(ControlTag Tag, TagPlace Place) : SequenceItem;

    /// <summary>The item for a tag.</summary>
    public static Control Of(TagElement element) => new((ControlTag)element.Tag!, element.Place);
}

/// <summary>Pairs the tags of a sequence and compiles its blocks.</summary>
/// <param name="compilation">Where the compiler stands.</param>
/// <param name="sequence">The sequence.</param>
/// <param name="where">What to call it in a message ("paragraph").</param>
internal sealed class ControlCompiler(Compilation compilation, IReadOnlyList<SequenceItem> sequence, string where)
{
    private readonly Stack<BlockKind> _open = new();
    private int _position;

    /// <summary>Compiles the whole sequence.</summary>
    public void Compile()
    {
        while (CompileUntilControl() is { } control)
        {
            _position++;
            Report(control, control.Tag is ElseTag
                ? $"It belongs to no #if or #each of this {where}."
                : $"No block is open in this {where} that it could close.");
        }
    }

    /// <summary>Compiles content and whole blocks; stops at an else or a close.</summary>
    private SequenceItem.Control? CompileUntilControl()
    {
        while (_position < sequence.Count)
        {
            switch (sequence[_position])
            {
                case SequenceItem.Content content:
                    _position++;
                    content.Compile();
                    break;
                case SequenceItem.Control { Tag: OpenTag open } control:
                    _position++;
                    _open.Push(open.Kind);
                    CompileBlock(open, control);
                    break;
                case SequenceItem.Control control:
                    return control;
            }
        }

        return null;
    }

    private void CompileBlock(OpenTag open, SequenceItem.Control opening)
    {
        Node? node = open switch
        {
            IfTag tag => CompileIf(tag, opening),
            EachTag tag => CompileEach(tag, opening),
            { Kind: BlockKind.Each } => CompileEach(list: null, new ScopeShape(compilation.Scope, UnknownShape.Instance), opening),
            _ => CompileIf(condition: null, opening),
        };
        Close(open, opening);
        if (node is not null)
        {
            compilation.Output.Add(node);
        }
    }

    private IfNode? CompileIf(IfTag tag, SequenceItem.Control opening) => CompileIf(CompileCondition(tag.Condition, opening), opening);

    private IfNode? CompileIf(Func<Scope, bool>? condition, SequenceItem.Control opening)
    {
        var pieces = new List<(Func<Scope, bool>, Node)>();
        var isFaulty = false;
        Add(condition);
        while (sequence.ElementAtOrDefault(_position) is SequenceItem.Control { Tag: ElseTag { Condition: { } next } } control)
        {
            _position++;
            Add(CompileCondition(next, control));
        }

        var otherwise = CompileElse(opening);
        return isFaulty ? null : new IfNode(pieces, otherwise);

        void Add(Func<Scope, bool>? decides)
        {
            var branch = CompileBranch(compilation.Scope, opening);
            isFaulty |= decides is null;
            pieces.Add((decides ?? (_ => false), branch));
        }
    }

    private EachNode? CompileEach(EachTag tag, SequenceItem.Control opening)
    {
        var (list, inner) = ResolveList(tag, opening);
        return CompileEach(list, inner, opening);
    }

    private EachNode? CompileEach(ValueSource? list, ScopeShape inner, SequenceItem.Control opening)
    {
        var item = CompileBranch(inner, opening);
        if (sequence.ElementAtOrDefault(_position) is SequenceItem.Control { Tag: ElseTag { Condition: not null } } divided)
        {
            Report(divided, "An #each has {{else}} for an empty list, and no {{else if …}}.");
        }

        var empty = CompileElse(opening);
        return list is null ? null : new EachNode(list, item, empty);
    }

    private SequenceNode CompileElse(SequenceItem.Control opening)
    {
        if (sequence.ElementAtOrDefault(_position) is not SequenceItem.Control { Tag: ElseTag })
        {
            return new NodeBuilder().Build();
        }

        _position++;
        return CompileBranch(compilation.Scope, opening);
    }

    private Func<Scope, bool>? CompileCondition(Condition condition, SequenceItem.Control control)
    {
        try
        {
            return ConditionCompiler.Compile(condition, compilation.Scope);
        }
        catch (FormatException exception)
        {
            Report(control, exception.Message);
            return null;
        }
    }

    private (ValueSource? List, ScopeShape Inner) ResolveList(EachTag tag, SequenceItem.Control opening)
    {
        var scope = compilation.Scope;

        // Whatever a faulty each would have listed, its fields are not reported as unknown, too.
        var unknown = new ScopeShape(scope, UnknownShape.Instance);
        ValueSource list;
        try
        {
            list = PathResolver.Resolve(tag.List, scope);
        }
        catch (FormatException exception)
        {
            Report(opening, exception.Message);
            return (null, unknown);
        }

        if (list.Shape is ListShape shape)
        {
            return (list, new ScopeShape(scope, shape.Item));
        }

        if (list.Shape is not UnknownShape)
        {
            Report(opening, $"\"{tag.List}\" is {list.Shape.Description}; #each takes a list.");
        }

        return (null, unknown);
    }

    private SequenceNode CompileBranch(ScopeShape scope, SequenceItem.Control opening)
    {
        var openFields = compilation.OpenFields;
        var node = compilation.CaptureBranch(scope, () => CompileUntilControl());
        if (compilation.OpenFields != openFields)
        {
            Report(opening, "A Word field, such as a table of contents, begins on one side of this block's tags and ends on the other.");
            compilation.OpenFields = openFields;
        }

        return node;
    }

    private void Close(OpenTag open, SequenceItem.Control opening)
    {
        _open.Pop();
        while (sequence.ElementAtOrDefault(_position) is SequenceItem.Control { Tag: ElseTag } second)
        {
            Report(second, "The block has an else already.");
            _position++;
            CompileBranch(compilation.Scope, opening);
        }

        if (sequence.ElementAtOrDefault(_position) is not SequenceItem.Control { Tag: CloseTag close } closing)
        {
            Report(opening, $"It is not closed in this {where}.{(where == "paragraph" ? " To go around whole paragraphs, a tag stands alone in its own." : "")}");
        }
        else if (close.Kind == open.Kind)
        {
            _position++;
        }
        else if (_open.Contains(close.Kind))
        {
            Report(opening, $"It is not closed before {closing.Place.Source}.");
        }
        else
        {
            Report(closing, $"It would close {opening.Place.Source}, which ends with {{{{/{(open.Kind == BlockKind.If ? "if" : "each")}}}}}.");
            _position++;
        }
    }

    private void Report(SequenceItem.Control control, string message) => compilation.Faults.Add(control.Place.Fault(message));
}
