using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Redline.CarryOver;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Lines;

/// <summary>Writes the steps between two lines as runs with tracked changes, joining neighbours that are alike.</summary>
internal sealed class LineWriter(RedlineContext context, XElement paragraph)
{
    private readonly Stack<(XElement Wrapper, Change Change)> _open = new();
    private readonly StringBuilder _text = new();
    private XElement _parent = paragraph;
    private XElement? _run;
    private (Change Change, int Format, int FormerFormat) _look;

    /// <summary>Writes a step.</summary>
    public void Write(LineStep step)
    {
        var change = step.After is null ? Change.Deleted : step.Before is null ? Change.Inserted : Change.None;
        var token = step.After ?? step.Before!;
        if (step is { Before: { } former, After: not null })
        {
            // Of a text in both, the marks are the newer ones; but a comment that goes had its own.
            WriteMarkers(former.Markers.Where(CommentMarks.IsRange));
        }

        WriteMarkers(token.Markers);
        switch (token.Kind)
        {
            case TokenKind.Text:
                Enter(token, change, step.Before);
                _text.Append(token.Text);
                break;
            case TokenKind.Content:
                WriteContent(token, change, step.Before);
                break;
            case TokenKind.Pieces:
                WritePieces(token, change, step.Before);
                break;
            case TokenKind.Open:
                Open(token.Elements[0], change);
                break;
            case TokenKind.Close:
                Close();
                break;
            default:
                Flush();
                break;
        }
    }

    private void WriteMarkers(IEnumerable<XElement> markers)
    {
        foreach (var marker in markers)
        {
            Leave();
            _parent.Add(new XElement(marker));
        }
    }

    private void WriteContent(Token token, Change change, Token? before)
    {
        Enter(token, change, before);
        Flush();
        var content = new XElement(token.Elements[0]);
        if (change == Change.None)
        {
            context.Notes.Pair(before!.Elements, token.Elements);
        }

        _run!.Add(content);
        if (change == Change.Deleted)
        {
            WholeMarker.Delete(_run);
        }
    }

    private void WritePieces(Token token, Change change, Token? before)
    {
        Leave();
        if (change == Change.None)
        {
            context.Notes.Pair(before!.Elements, token.Elements);
        }

        _parent.Add(context.Marker.Pieces(token.Elements, change));
    }

    private void Open(XElement wrapper, Change change)
    {
        Leave();
        var copy = new XElement(wrapper.Name, wrapper.Attributes(), wrapper.Elements().Where(Names.IsProperties));
        _parent.Add(copy);
        _open.Push((copy, change));
        _parent = copy;
        if (wrapper.Name == Word.ContentControl)
        {
            copy.Add(_parent = new XElement(Word.ContentControlContent));
        }
    }

    private void Close()
    {
        Leave();
        var (wrapper, change) = _open.Pop();
        _parent = wrapper.Parent!;
        if (change != Change.None && wrapper.Name == Word.ContentControl)
        {
            context.Marks.MarkControl(wrapper, change);
        }
    }

    /// <summary>Goes on in the current run if a token fits in, or begins a new one.</summary>
    private void Enter(Token token, Change change, Token? before)
    {
        var look = (change, token.FormatKey, before?.FormatKey ?? token.FormatKey);
        if (_run is not null && look == _look)
        {
            return;
        }

        Flush();
        var previous = _run is null || _look.Change != change ? null : _run;
        var format = change == Change.None
            ? context.Properties.Merge(Word.RunProperties, before!.Format, token.Format)
            : token.Format is null ? null : new XElement(token.Format);
        _run = new XElement(Word.Run, format is { HasElements: true } ? format : null);
        _look = look;
        if (change == Change.None)
        {
            _parent.Add(_run);
        }
        else if (previous is not null)
        {
            previous.AddAfterSelf(_run);
        }
        else
        {
            _parent.Add(context.Marks.Create(change, _run));
        }
    }

    private void Leave()
    {
        Flush();
        _run = null;
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            var name = _look.Change == Change.Deleted ? Names.DeletedText : Word.Text;
            _run!.Add(new XElement(name, new XAttribute(XNamespace.Xml + "space", "preserve"), _text.ToString()));
            _text.Clear();
        }
    }
}
