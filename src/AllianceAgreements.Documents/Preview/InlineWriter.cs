using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Html;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Writes the text of a paragraph, joining runs that look alike: Word splits them where nobody sees a reason.</summary>
internal sealed class InlineWriter(HtmlWriter html)
{
    private static readonly (InlineFormat Format, Tag Tag)[] Nesting =
    [
        (InlineFormat.Inserted, Tag.Ins),
        (InlineFormat.Deleted, Tag.Del),
        (InlineFormat.Reformatted, Tag.Span),
        (InlineFormat.RightToLeft, Tag.Bdi),
        (InlineFormat.Bold, Tag.Strong),
        (InlineFormat.Italic, Tag.Em),
        (InlineFormat.Underline, Tag.U),
        (InlineFormat.Strike, Tag.S),
        (InlineFormat.Caps, Tag.Span),
        (InlineFormat.SmallCaps, Tag.Span),
        (InlineFormat.Superscript, Tag.Sup),
        (InlineFormat.Subscript, Tag.Sub),
    ];

    private InlineFormat _current;
    private InlineFormat _common = InlineFormat.Changed;

    /// <summary>Whether there is nothing that a reader would see.</summary>
    public bool IsBlank { get; private set; } = true;

    public void Text(string text, InlineFormat format)
    {
        if (text.Length == 0)
        {
            return;
        }

        Switch(format);
        if (!string.IsNullOrWhiteSpace(text))
        {
            Show(format);
        }

        if (text.AsSpan().ContainsAny(BidiControls.All))
        {
            html.Start(Tag.Bdi);
            html.Text(text);
            html.End(Tag.Bdi);
        }
        else
        {
            html.Text(text);
        }
    }

    /// <summary>
    /// Marks the end of the paragraph, if it came or went and the text did not do so as a whole: then text was split or joined, which
    /// nothing else shows.
    /// </summary>
    /// <param name="mark">What became of the end.</param>
    public void Finish(InlineFormat mark)
    {
        Switch(InlineFormat.None);
        var change = mark & InlineFormat.Changed;
        if (!IsBlank && change is InlineFormat.Inserted or InlineFormat.Deleted && !_common.HasFlag(change))
        {
            var (tag, words) = change == InlineFormat.Inserted ? (Tag.Ins, " inserted paragraph break") : (Tag.Del, " deleted paragraph break");
            html.Start(tag).Classes(ClassName.Break);
            html.Say(words);
            html.End(tag);
        }
    }

    public void Break(InlineFormat format)
    {
        Switch(format);
        html.Void(Tag.Br);
    }

    /// <param name="drawsLine">Whether it is a line to write on, which a reader sees.</param>
    /// <param name="format">How the text around it looks.</param>
    public void Tab(bool drawsLine, InlineFormat format)
    {
        Element(Tag.Span, "\t", format, drawsLine ? [ClassName.Tab, ClassName.Line] : [ClassName.Tab]);
        if (drawsLine)
        {
            Show(format);
        }
    }

    public void Image(string description, InlineFormat format)
    {
        Element(Tag.Span, description, format, ClassName.Image);
        Show(format);
    }

    public void Note(string mark, InlineFormat format)
    {
        Element(Tag.Sup, mark, format & ~InlineFormat.Superscript, ClassName.Note);
        Show(format);
    }

    private void Show(InlineFormat format)
    {
        IsBlank = false;
        _common &= format;
    }

    private void Element(Tag tag, string text, InlineFormat format, params ReadOnlySpan<ClassName> classes)
    {
        Switch(format);
        html.Start(tag).Classes(classes);
        html.Text(text);
        html.End(tag);
    }

    private void Switch(InlineFormat format)
    {
        if (format == _current)
        {
            return;
        }

        // What stays open on the outside stays open, so that a change in bold is one change and not three.
        var kept = 0;
        while (_current.HasFlag(Nesting[kept].Format) == format.HasFlag(Nesting[kept].Format))
        {
            kept++;
        }

        foreach (var (_, tag) in Nesting[kept..].Reverse().Where(part => _current.HasFlag(part.Format)))
        {
            html.End(tag);
        }

        foreach (var (part, tag) in Nesting[kept..].Where(part => format.HasFlag(part.Format)))
        {
            Open(part, tag);
        }

        _current = format;
    }

    /// <summary>Opens an element. Most screen readers do not tell changed text from the rest, so that is said.</summary>
    private void Open(InlineFormat part, Tag tag)
    {
        html.Start(tag);
        switch (part)
        {
            case InlineFormat.Inserted:
                html.Say("inserted: ");
                break;
            case InlineFormat.Deleted:
                html.Say("deleted: ");
                break;
            case InlineFormat.Reformatted:
                html.Classes(ClassName.Reformatted);
                html.Say("formatting changed: ");
                break;
            case InlineFormat.RightToLeft:
                html.RightToLeft();
                break;
            case InlineFormat.Caps:
                html.Classes(ClassName.Caps);
                break;
            case InlineFormat.SmallCaps:
                html.Classes(ClassName.SmallCaps);
                break;
            default:
                break;
        }
    }
}
