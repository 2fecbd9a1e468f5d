using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>What came last among the paragraphs and tables of a container.</summary>
internal enum LastBlock
{
    /// <summary>Nothing yet, or something that is neither.</summary>
    None,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>The content of something that must end with a paragraph: a cell, a header, the body.</summary>
internal sealed class ContainerNode(Node body) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        var outer = draft.LastBlock;
        draft.LastBlock = LastBlock.None;
        body.Write(draft, scope);
        if (draft.LastBlock != LastBlock.Paragraph)
        {
            draft.Output.Write("<w:p/>"u8);
        }

        draft.LastBlock = outer;
    }
}

/// <summary>Notes what kind of block was just written.</summary>
internal sealed class BlockMarkNode(LastBlock kind) : Node
{
    public override void Write(Draft draft, Scope scope) => draft.LastBlock = kind;
}

/// <summary>An empty paragraph between two tables, which Word would otherwise join, when the tags between them have vanished.</summary>
internal sealed class SeparatorNode : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        if (draft.LastBlock == LastBlock.Table)
        {
            draft.Output.Write("<w:p/>"u8);
        }
    }
}

/// <summary>A table whose rows depend on the data; it comes out when it has one.</summary>
internal sealed class TableNode(Node start, Node rows, Node end) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        var outer = draft.OpenTable;
        var table = new OpenTable(start, scope);
        draft.OpenTable = table;
        rows.Write(draft, scope);
        draft.OpenTable = outer;
        if (table.IsWritten)
        {
            end.Write(draft, scope);
        }
    }
}

/// <summary>A row of such a table.</summary>
internal sealed class RowNode(Node row) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        draft.OpenTable!.EnsureWritten(draft);
        row.Write(draft, scope);
    }
}

/// <summary>A table whose start is held back until it has a row.</summary>
internal sealed class OpenTable(Node start, Scope scope)
{
    public bool IsWritten { get; private set; }

    public void EnsureWritten(Draft draft)
    {
        if (!IsWritten)
        {
            IsWritten = true;
            start.Write(draft, scope);
        }
    }
}
