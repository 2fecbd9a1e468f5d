using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Html;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Preview;

/// <summary>What the parts of one preview share while the document is read from start to end.</summary>
internal sealed class PreviewContext(StyleSheet styles, NumberingDefinitions numbering)
{
    private readonly Stack<HtmlWriter> _spare = new();

    public StyleSheet Styles { get; } = styles;

    public RevisedNumbering Numbering { get; } = new(numbering);

    public AnchorNames Anchors { get; } = new();

    public FieldState Fields { get; } = new();

    public NoteList Footnotes { get; } = new(NoteKind.Footnote);

    public NoteList Endnotes { get; } = new(NoteKind.Endnote);

    /// <summary>The document's own flow, where headings and page breaks have their place; cells, boxes and notes have others.</summary>
    public HtmlWriter Body { get; } = new();

    /// <summary>Whether the next block begins a new page.</summary>
    public bool IsPageDue { get; set; }

    /// <summary>Called before a block is written: shows a page break that is due, but not before the first block.</summary>
    public void BeginBlock(HtmlWriter html)
    {
        if (html == Body && IsPageDue)
        {
            IsPageDue = false;
            if (!Body.IsEmpty)
            {
                Body.Void(Tag.Hr, ClassName.Page);
            }
        }
    }

    /// <summary>An empty writer, to be given back.</summary>
    public HtmlWriter Rent() => _spare.TryPop(out var writer) ? writer : new HtmlWriter();

    public void Return(HtmlWriter writer)
    {
        writer.Clear();
        _spare.Push(writer);
    }
}
