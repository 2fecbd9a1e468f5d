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

    /// <summary>Whether there is nothing that a reader would see.</summary>
    public bool IsBlank { get; private set; } = true;

    public void Text(string text, InlineFormat format)
    {
        if (text.Length == 0)
        {
            return;
        }

        Switch(format);
        IsBlank = IsBlank && string.IsNullOrWhiteSpace(text);
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

    public void Break(InlineFormat format)
    {
        Switch(format);
        html.Void(Tag.Br);
    }

    /// <param name="drawsLine">Whether it is a line to write on, which a reader sees.</param>
    /// <param name="format">How the text around it looks.</param>
    public void Tab(bool drawsLine, InlineFormat format)
    {
        Element(Tag.Span, " ", format, drawsLine ? [ClassName.Tab, ClassName.Line] : [ClassName.Tab]);
        IsBlank = IsBlank && !drawsLine;
    }

    public void Image(string description, InlineFormat format)
    {
        Element(Tag.Span, description, format, ClassName.Image);
        IsBlank = false;
    }

    public void Note(string mark, InlineFormat format)
    {
        Element(Tag.Sup, mark, format & ~InlineFormat.Superscript, ClassName.Note);
        IsBlank = false;
    }

    /// <summary>Closes what is open; the paragraph's end.</summary>
    public void Finish() => Switch(InlineFormat.None);

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

    private void Open(InlineFormat part, Tag tag)
    {
        html.Start(tag);
        switch (part)
        {
            case InlineFormat.Inserted:
                Say("inserted: ");
                break;
            case InlineFormat.Deleted:
                Say("deleted: ");
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

    /// <summary>Most screen readers do not tell inserted or deleted text from the rest.</summary>
    private void Say(string text)
    {
        html.Start(Tag.Span).Classes(ClassName.Spoken);
        html.Text(text);
        html.End(Tag.Span);
    }
}
