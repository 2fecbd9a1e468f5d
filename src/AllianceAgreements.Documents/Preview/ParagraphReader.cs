using System.Xml;
using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Html;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Reads one paragraph, <c>w:p</c>: its text first, then the element that text deserves.</summary>
internal sealed class ParagraphReader
{
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    private readonly PreviewContext _context;
    private readonly HtmlWriter _html;
    private readonly HtmlWriter _text;
    private readonly HtmlWriter _boxes;
    private readonly InlineWriter _inline;
    private ParagraphProperties _properties = ParagraphProperties.None;
    private ParagraphLayout? _layout;
    private RunReader? _runs;

    private ParagraphReader(PreviewContext context, HtmlWriter html)
    {
        _context = context;
        _html = html;
        _text = context.Rent();
        _boxes = context.Rent();
        _inline = new InlineWriter(_text);
    }

    /// <summary>Writes the paragraph the reader stands on, unless it is empty and unnumbered.</summary>
    public static void Read(XmlReader reader, HtmlWriter html, PreviewContext context)
    {
        var paragraph = new ParagraphReader(context, html);
        paragraph.ReadInside(reader, InlineFormat.None);
        paragraph.Write();
        context.Return(paragraph._boxes);
        context.Return(paragraph._text);
    }

    /// <summary>Properties come before the first run, so the layout is known when text needs it.</summary>
    private ParagraphLayout Layout => _layout ??= ParagraphLayout.Of(_properties, _context.Styles, IsInBody);

    private bool IsInBody => _html == _context.Body;

    private void ReadInside(XmlReader reader, InlineFormat change)
    {
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            if (reader.IsWord)
            {
                ReadOne(reader, change);
            }
            else if (reader is { LocalName: "t", NamespaceURI: Math })
            {
                _inline.Text(reader.ReadText(), change);
            }
            else if (reader.LocalName is "Fallback")
            {
                reader.SkipContent();
            }
        }
    }

    private void ReadOne(XmlReader reader, InlineFormat change)
    {
        switch (reader.LocalName)
        {
            case "pPr":
                _properties = ParagraphProperties.Read(reader);
                break;
            case "r":
                _runs ??= new RunReader(_context, _inline, Layout);
                _runs.Read(reader, change, ReadBox);
                break;
            case "ins" or "moveTo":
                ReadInside(reader, change | InlineFormat.Inserted);
                break;
            case "del" or "moveFrom":
                ReadInside(reader, change | InlineFormat.Deleted);
                break;
            case "sdtPr":
                reader.SkipContent();
                break;
            default:
                break;
        }
    }

    private void ReadBox(XmlReader reader)
    {
        _boxes.Start(Tag.Div).Classes(ClassName.Box);
        BlockReader.Read(reader, _boxes, _context);
        _boxes.End(Tag.Div);
    }

    private void Write()
    {
        _inline.Finish(_properties.Mark);
        var number = _context.Numbering.Next(_properties, Layout.Style);
        _context.IsPageDue |= IsInBody && (Layout.StartsPage || _runs is { BreaksPageBefore: true });
        if (!_inline.IsBlank || number is { Text.Length: > 0, IsBullet: false })
        {
            _context.BeginBlock(_html);
            Layout.Write(_html, number, _inline.IsBlank ? default : _text.ToFragment(), AnchorOf(number), _properties.Mark);
        }

        if (!_boxes.IsEmpty)
        {
            _context.BeginBlock(_html);
            _html.Append(_boxes.ToFragment());
        }

        _context.IsPageDue |= IsInBody && (Layout.EndsPage || _runs is { BreaksPageAfter: true });
    }

    /// <summary>Links lead to what stands, not to what was deleted.</summary>
    private string? AnchorOf(ClauseNumber? number) =>
        _properties.Mark.HasFlag(InlineFormat.Deleted) ? null
        : number is not null ? _context.Anchors.Next(number)
        : Layout.Landmark is { } landmark ? _context.Anchors.Next(landmark)
        : null;
}
