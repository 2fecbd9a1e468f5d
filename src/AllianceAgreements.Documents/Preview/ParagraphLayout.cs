using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Html;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Which element and classes a paragraph gets, from what it says and from its style.</summary>
internal sealed class ParagraphLayout
{
    private readonly ParagraphProperties _properties;

    private ParagraphLayout(ParagraphProperties properties, ResolvedStyle style, bool isInBody)
    {
        _properties = properties;
        Style = style;
        Tag = isInBody && properties.OutlineLevel is { } level and < 9 ? Tag.H2 + Math.Min(level, 3) : Tag.P;
    }

    public ResolvedStyle Style { get; }

    /// <summary>What the style makes of the text.</summary>
    public InlineFormat TextFormat => Style.Run.On;

    /// <summary>What the element stands for, so that the text need not say it again.</summary>
    public InlineFormat ImpliedFormat => IsHeading || Role is not null ? InlineFormat.Bold : InlineFormat.None;

    public TabStops Tabs => _properties.Tabs;

    public bool StartsPage => _properties.StartsPage is true;

    public bool EndsPage => _properties.EndsPage;

    /// <summary>What pages can link to it as when it has no number; null for text.</summary>
    public string? Landmark => Role is ClassName.Title ? "cover" : IsHeading ? "heading" : null;

    private Tag Tag { get; }

    private bool IsHeading => Tag != Tag.P;

    private ClassName? Role => Style.Name switch
    {
        "title" => ClassName.Title,
        "subtitle" => ClassName.Subtitle,
        _ => null,
    };

    /// <param name="direct">What the paragraph itself says.</param>
    /// <param name="styles">The document's styles.</param>
    /// <param name="isInBody">Whether it stands in the document's own flow, where headings have their place.</param>
    public static ParagraphLayout Of(ParagraphProperties direct, StyleSheet styles, bool isInBody)
    {
        var style = styles.Paragraph(direct.StyleId);
        return new ParagraphLayout(direct.Over(style.Paragraph), style, isInBody);
    }

    /// <param name="html">Where it is written.</param>
    /// <param name="number">Its number, if any.</param>
    /// <param name="text">Its text.</param>
    /// <param name="anchor">Its id, if any.</param>
    /// <param name="mark">Whether the paragraph was inserted or deleted, and its number with it, or looks otherwise than before.</param>
    public void Write(HtmlWriter html, ClauseNumber? number, HtmlFragment text, string? anchor, InlineFormat mark)
    {
        var isReformatted = mark == InlineFormat.Reformatted;
        html.Start(Tag).Classes([.. Classes(number), .. isReformatted ? [ClassName.Reformatted] : Array.Empty<ClassName>()]);
        if (anchor is not null)
        {
            html.Id(anchor);
        }

        if (_properties.IsRightToLeft is true)
        {
            html.RightToLeft();
        }

        if (isReformatted)
        {
            html.Say("paragraph formatting changed: ");
        }

        if (number is { Text.Length: > 0 })
        {
            html.Start(Tag.Span).Classes(ClassName.Num);
            WriteNumber(html, number.Text, mark);
            html.End(Tag.Span);
            html.Text(number.IsTight ? "" : " ");
        }

        html.Append(text);
        html.End(Tag);
    }

    private static void WriteNumber(HtmlWriter html, string number, InlineFormat mark)
    {
        Tag? change = mark.HasFlag(InlineFormat.Deleted) ? Tag.Del : mark.HasFlag(InlineFormat.Inserted) ? Tag.Ins : null;
        if (change is { } tag)
        {
            html.Start(tag);
            html.Text(number);
            html.End(tag);
        }
        else
        {
            html.Text(number);
        }
    }

    private IEnumerable<ClassName> Classes(ClauseNumber? number)
    {
        if (Role is { } role)
        {
            yield return role;
        }
        else if (!IsHeading && number is not null)
        {
            yield return number.IsBullet ? ClassName.Bullet : ClassName.Clause;
            yield return ClassName.Level1 + number.Level;
        }
        else if (Style.Name is ['t', 'o', 'c', ' ', var level and >= '1' and <= '9'])
        {
            yield return ClassName.Toc;
            yield return ClassName.Level1 + (level - '1');
        }
        else if (!IsHeading && (_properties.Indentation + 360) / 720 is { } steps and > 0)
        {
            yield return ClassName.Indent1 + (Math.Min(steps, 4) - 1);
        }

        if (_properties.Alignment is "center")
        {
            yield return ClassName.Center;
        }
        else if (_properties.Alignment is "right" or "end")
        {
            yield return ClassName.End;
        }
    }
}
