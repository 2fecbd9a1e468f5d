using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Goes through the parts of a file in the order of their text.</summary>
/// <param name="document">The file.</param>
/// <param name="tags">The tags of the fields.</param>
/// <param name="hash">Takes the text outside the fields, as <see cref="Rendering.Carrying.DraftText"/> gave it when the draft was written.</param>
internal sealed class ParagraphWalk(OpenedDocument document, IReadOnlySet<string> tags, TextHash hash)
{
    private readonly PlaceCounter _places = new(document);
    private readonly List<ReadParagraph> _paragraphs = [];
    private readonly List<ReadField> _fields = [];
    private ReadParagraph _paragraph = new("", null);
    private StringBuilder? _field;
    private int _results;
    private string _part = "";

    public IReadOnlyList<ReadParagraph> Paragraphs => _paragraphs;

    public IReadOnlyList<ReadField> Fields => _fields;

    /// <summary>Reads a part.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="part">What it is.</param>
    public void Read(XElement root, string part)
    {
        (_part, _results) = (part, 0);
        ReadInside(root);
    }

    private void ReadInside(XElement element)
    {
        foreach (var child in element.Elements())
        {
            ReadElement(child);
        }
    }

    private void ReadElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "Fallback":
            case "del" or "moveFrom" or "fldSimple" or "pPr" or "rPr" or "sdtPr" when element.IsWord:
                break;
            case "p" when element.IsWord:
                ReadParagraph(element);
                break;
            case "sdt" when element.IsWord && _field is null && TagOf(element) is { } tag && tags.Contains(tag):
                ReadField(element, tag);
                break;
            case "fldChar" when element.IsWord:
                _results += element.WordAttribute("fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };
                break;
            case "br" or "cr" when element.IsWord:
                AddMark("\n");
                break;
            case "tab" when element.IsWord:
                AddMark("\t");
                break;
            case "noBreakHyphen" when element.IsWord:
                AddMark("\u2011");
                break;
            case "t" when element.IsWord:
                AddText(TextOf(element));
                break;
            default:
                ReadInside(element);
                break;
        }
    }

    /// <summary>A text box stands in a paragraph and has paragraphs of its own; a field may run over several.</summary>
    private void ReadParagraph(XElement paragraph)
    {
        if (_field is { Length: > 0 })
        {
            _field.Append('\n');
        }

        var outer = _paragraph;
        _paragraph = new ReadParagraph(_part, _part is "document" ? _places.Next(paragraph) : PlaceOf(_part));
        _paragraphs.Add(_paragraph);
        ReadInside(paragraph);
        _paragraph = outer;
    }

    private void ReadField(XElement control, string tag)
    {
        _field = new StringBuilder();
        ReadInside(control);
        var field = new ReadField(tag, _field.ToString(), _part is "document" ? _places.Current : PlaceOf(_part));
        _field = null;
        _fields.Add(field);
        _paragraph.AddField(field);
    }

    private void AddText(string text)
    {
        if (_field is not null)
        {
            _field.Append(text);
        }
        else if (_results == 0)
        {
            hash.Add(text);
            _paragraph.AddText(text);
        }
        else
        {
            _paragraph.AddWorkedOut(text);
        }
    }

    private void AddMark(string text)
    {
        if (_field is not null)
        {
            _field.Append(text);
        }
        else
        {
            _paragraph.AddWorkedOut(text);
        }
    }

    private static string? PlaceOf(string part) => part switch
    {
        "footnotes" => "footnote",
        "endnotes" => "endnote",
        _ => part,
    };

    private static string? TagOf(XElement control) => control.WordChild("sdtPr")?.WordChild("tag")?.WordAttribute("val");

    private static string TextOf(XElement text) =>
        (string?)text.Attribute(XNamespace.Xml + "space") is "preserve" ? text.Value : text.Value.Trim(' ', '\t', '\r', '\n');
}
