using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>Footnotes or endnotes.</summary>
internal enum NoteKind
{
    Footnote,
    Endnote,
}

/// <summary>A reference to a note, which takes the note along: left out with it, repeated with it, filled where it stands.</summary>
/// <param name="kind">Footnote or endnote.</param>
/// <param name="attributes">The other attributes of the reference.</param>
/// <param name="note">The content of the note.</param>
internal sealed class NoteReferenceNode(NoteKind kind, Node attributes, Node note) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        var element = kind == NoteKind.Footnote ? "footnote"u8 : "endnote"u8;
        var notes = draft.Notes(kind);
        var id = notes.NextId();
        WriteStart(draft.Output, element, "Reference"u8, id);
        attributes.Write(draft, scope);
        draft.Output.Write("/>"u8);

        var outer = draft.Output;
        draft.Output = notes.Output;
        WriteStart(draft.Output, element, ""u8, id);
        draft.Output.Write(">"u8);
        note.Write(draft, scope);
        draft.Output.Write("</w:"u8);
        draft.Output.Write(element);
        draft.Output.Write(">"u8);
        draft.Output = outer;
    }

    private static void WriteStart(XmlOutput output, ReadOnlySpan<byte> element, ReadOnlySpan<byte> suffix, int id)
    {
        output.Write("<w:"u8);
        output.Write(element);
        output.Write(suffix);
        output.Write(" w:id=\""u8);
        output.Write(id);
        output.Write("\""u8);
    }
}

/// <summary>The place in a notes part where the notes of the document go.</summary>
internal sealed class NotesNode(NoteKind kind) : Node
{
    public override void Write(Draft draft, Scope scope) => draft.Output.Write(draft.Notes(kind).Output);
}

/// <summary>The notes of one document.</summary>
internal sealed class Notes(int lastId)
{
    private int _lastId = lastId;

    public XmlOutput Output { get; } = new();

    public int NextId() => ++_lastId;
}
