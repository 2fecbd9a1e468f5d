using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Goes through the parts of a file in the order of their text.</summary>
/// <param name="document">The file.</param>
/// <param name="tags">The tags of the fields.</param>
/// <param name="hash">Takes the text outside the fields, as <see cref="Rendering.Carrying.DraftText"/> gave it when the draft was written.</param>
internal sealed class ParagraphWalk(OpenedDocument document, IReadOnlySet<string> tags, TextHash hash)
{
    private static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    private readonly PlaceCounter _places = new(document);
    private readonly List<ReadParagraph> _paragraphs = [];
    private readonly List<ReadField> _fields = [];
    private readonly OpenFields _wordFields = new();
    private ReadParagraph _paragraph = new("");
    private (XElement? Container, ReadParagraph Paragraph)? _unended;
    private StringBuilder? _field;
    private string _part = "";

    public IReadOnlyList<ReadParagraph> Paragraphs => _paragraphs;

    public IReadOnlyList<ReadField> Fields => _fields;

    public ReadBookmarks Bookmarks { get; } = new();

    /// <summary>Reads a part.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="part">What it is.</param>
    public void Read(XElement root, string part)
    {
        (_part, _unended) = (part, null);
        ReadInside(root);

        // What stands in a field without an end, some program shows.
        Note(_wordFields.Owner);
        _wordFields.Clear();
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
        if (element.IsWord)
        {
            ReadWord(element);
        }
        else if (element.Name.LocalName is "t" && element.Name.Namespace == Math)
        {
            AddText(element.Value);
        }
        else if (!AlternateContent.IsFallback(element))
        {
            ReadInside(element);
        }
    }

    private void ReadWord(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr":
            case "tr" or "tc" when IsDeletedCell(element):
                break;
            case "p":
                ReadParagraph(element);
                break;
            case "sdt" when _field is null && TagOf(element) is { } tag && tags.Contains(tag):
                ReadField(element, tag);
                break;
            case "fldSimple":
                ReadSimpleField(element);
                break;
            case "fldChar":
                PassMark(element.WordAttribute("fldCharType"));
                break;
            case "instrText":
                _wordFields.Instruct(element.Value);
                break;
            case "bookmarkStart":
                Bookmarks.Begin(element, _places.Reference, isBetween: !element.Ancestors().Any(outer => outer.IsWord && outer.Name.LocalName is "p"));
                break;
            case "bookmarkEnd":
                Bookmarks.End(element);
                break;
            case "br" or "cr":
                AddMark("\n");
                break;
            case "tab":
                AddMark("\t");
                break;
            case "noBreakHyphen":
                AddMark("\u2011");
                break;
            case "sym":
                AddSymbol(element);
                break;
            case "t":
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
        var (outer, container) = (_paragraph, ContainerOf(paragraph));
        if (_unended is { } first && first.Container == container)
        {
            _paragraph = first.Paragraph;
        }
        else
        {
            AddBreak();
            _paragraph = new ReadParagraph(_part);
            _paragraphs.Add(_paragraph);
        }

        _unended = null;
        _paragraph.Place = _part is "document" ? _places.Next(paragraph) : PlaceOf(_part);
        if (_part is "document")
        {
            _paragraph.Number = _places.Number;
            Bookmarks.Enter(_places.Reference);
        }

        ReadInside(paragraph);
        _unended = PlaceCounter.IsOneWithNext(paragraph) ? (container, _paragraph) : null;
        _paragraph = outer;
    }

    private void AddBreak()
    {
        if (_field is { Length: > 0 })
        {
            _field.Append('\n');
        }
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

    private void ReadSimpleField(XElement field)
    {
        _wordFields.Begin();
        _wordFields.Instruct(field.WordAttribute("instr") ?? "");
        PassMark("separate");
        ReadInside(field);
        PassMark("end");
    }

    private void PassMark(string? type)
    {
        if (type is "separate" or "end" && _field is null && _wordFields.Current is { IsNoted: false } current && (_wordFields.Owner ?? current) == current)
        {
            Note(current);
        }

        _wordFields.Pass(type);
    }

    /// <summary>One field more or less is a change, whatever it shows until it is updated; where a link leads is not text.</summary>
    private void Note(OpenField? field)
    {
        if (field is not { IsNoted: false })
        {
            return;
        }

        if (FieldInstruction.IsWorkedOut(field.Instruction))
        {
            _paragraph.AddResult(field, "");
        }
        else if (FieldInstruction.Parse(field.Instruction) is { Keyword: not ("" or "HYPERLINK") } instruction)
        {
            _paragraph.AddText("", instruction.Key);
        }

        field.IsNoted = true;
    }

    private void AddText(string text)
    {
        Bookmarks.Add(text);
        if (_field is not null)
        {
            _field.Append(text);
        }
        else if (_wordFields.Owner is { } owner)
        {
            AddToResult(owner, text);
        }
        else
        {
            hash.Add(text);
            _paragraph.AddText(text);
        }
    }

    private void AddSymbol(XElement symbol)
    {
        using var reader = symbol.CreateReader();
        reader.Read();
        var text = Symbol.Read(reader);
        if (_field is not null || _wordFields.Owner is not null)
        {
            AddText(text);
            return;
        }

        var key = symbol.WordAttribute("font") + symbol.WordAttribute("char");
        hash.Add(key);
        _paragraph.AddText(text, key);
    }

    /// <summary>Text in an instruction, such as that of a field inside, belongs to the instruction.</summary>
    private void AddToResult(OpenField owner, string text)
    {
        if (owner.HasResult)
        {
            _paragraph.AddResult(owner, text);
        }
        else
        {
            _wordFields.Instruct(text);
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
            _paragraph.AddMark(text);
        }
    }

    private static string? PlaceOf(string part) => part switch
    {
        "footnotes" => "footnote",
        "endnotes" => "endnote",
        _ => part,
    };

    private static bool IsDeletedCell(XElement element) => element.Name.LocalName is "tr"
        ? element.WordChild("trPr")?.WordChild("del") is not null
        : element.WordChild("tcPr")?.WordChild("cellDel") is not null;

    private static XElement? ContainerOf(XElement paragraph) => paragraph.Ancestors().FirstOrDefault(outer => !outer.IsWord || outer.Name.LocalName is not ("sdt" or "sdtContent" or "ins" or "moveTo"));

    private static string? TagOf(XElement control) => control.WordChild("sdtPr")?.WordChild("tag")?.WordAttribute("val");

    private static string TextOf(XElement text) =>
        (string?)text.Attribute(XNamespace.Xml + "space") is "preserve" ? text.Value : text.Value.Trim(' ', '\t', '\r', '\n');
}
