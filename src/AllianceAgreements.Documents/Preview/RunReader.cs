using System.Xml;
using AllianceAgreements.Documents.Preview.Formatting;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Reads one run, <c>w:r</c>, into the text of its paragraph.</summary>
/// <param name="context">What the preview shares.</param>
/// <param name="inline">Where the text goes.</param>
/// <param name="layout">What the paragraph makes of its text.</param>
internal sealed class RunReader(PreviewContext context, InlineWriter inline, ParagraphLayout layout)
{
    private string? _description;
    private int _tabs;

    /// <summary>Whether a page break stood in the text, before or after anything visible.</summary>
    public bool BreaksPageBefore { get; private set; }

    public bool BreaksPageAfter { get; private set; }

    /// <summary>Reads the run the reader stands on.</summary>
    /// <param name="reader">The document.</param>
    /// <param name="change">Whether the run was inserted or deleted.</param>
    /// <param name="readBox">Reads a text box that is anchored in the run.</param>
    public void Read(XmlReader reader, InlineFormat change, Action<XmlReader> readBox)
    {
        var format = Effective(default) | change;
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            if (reader is { LocalName: "rPr", IsWord: true })
            {
                format = Effective(RunProperties.Read(reader)) | change;
                if (change != InlineFormat.None)
                {
                    format &= ~InlineFormat.Reformatted;
                }
            }
            else if (reader is { LocalName: "txbxContent", IsWord: true })
            {
                readBox(reader);
            }
            else if (reader is { LocalName: "fldChar", IsWord: true })
            {
                context.Fields.Read(reader);
            }
            else if (reader.LocalName is "Fallback" or "instrText" or "delInstrText")
            {
                reader.SkipContent();
            }
            else if (!context.Fields.IsInstruction && !format.HasFlag(InlineFormat.Hidden))
            {
                ReadContent(reader, format);
            }
        }
    }

    private void ReadContent(XmlReader reader, InlineFormat format)
    {
        if (!reader.IsWord)
        {
            ReadPicture(reader, format);
            return;
        }

        switch (reader.LocalName)
        {
            case "t" or "delText":
                inline.Text(reader.ReadText(), format);
                break;
            case "tab" or "ptab":
                inline.Tab(layout.Tabs.DrawsLine(_tabs++), format);
                break;
            case "br" when reader.Attribute("type") is "page":
                BreaksPageBefore |= inline.IsBlank;
                BreaksPageAfter |= !inline.IsBlank;
                break;
            case "br" or "cr":
                _tabs = 0;
                inline.Break(format);
                break;
            case "noBreakHyphen":
                inline.Text("\u2011", format);
                break;
            case "softHyphen":
                inline.Text("\u00AD", format);
                break;
            case "sym":
                inline.Text(Symbol.Read(reader), format);
                break;
            case "footnoteReference":
                inline.Note(context.Footnotes.Mark(reader.Attribute("id") ?? ""), format);
                break;
            case "endnoteReference":
                inline.Note(context.Endnotes.Mark(reader.Attribute("id") ?? ""), format);
                break;
            case "object":
                inline.Image("[Embedded object]", format);
                reader.SkipContent();
                break;
            default:
                break;
        }
    }

    /// <summary>Pictures are left out; their alternative text is not. Shapes that hold text say nothing of their own.</summary>
    private void ReadPicture(XmlReader reader, InlineFormat format)
    {
        switch (reader.LocalName)
        {
            case "docPr":
                _description = reader.GetAttribute("descr");
                break;
            case "blip" when _description is { Length: > 0 }:
                inline.Image($"[Image: {_description}]", format);
                break;
            case "blip" or "imagedata":
                inline.Image("[Image]", format);
                break;
            default:
                break;
        }
    }

    /// <summary>Direct formatting counts; below it the styles of paragraph and text turn each other over (17.7.3).</summary>
    private InlineFormat Effective(RunProperties direct)
    {
        var character = context.Styles.Character(direct.StyleId).On;
        var styled = ((layout.TextFormat ^ character) & InlineFormat.Toggles) | ((layout.TextFormat | character) & ~InlineFormat.Toggles);
        return ((styled & ~direct.Off) | direct.On) & ~layout.ImpliedFormat;
    }
}
