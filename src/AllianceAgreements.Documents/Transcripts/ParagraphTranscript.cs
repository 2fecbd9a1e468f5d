using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Preview;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>
/// The text of one paragraph on one line: tags as they stand, a line break as <c>↵</c>, tracked changes as <c>[+added+]</c> and
/// <c>[-removed-]</c>, notes as <c>[^1]</c>, fields as <see cref="FieldTranscript"/> has them.
/// </summary>
internal sealed class ParagraphTranscript(FieldTranscript fields, NoteList footnotes, NoteList endnotes)
{
    private readonly StringBuilder _text = new();
    private readonly List<XElement> _boxes = [];

    /// <summary>Text boxes that are anchored in the paragraph.</summary>
    public IReadOnlyList<XElement> Boxes => _boxes;

    /// <summary>Whether a page begins in it or after it.</summary>
    public bool BreaksPage { get; private set; }

    public string Read(XElement paragraph)
    {
        foreach (var child in paragraph.Elements())
        {
            ReadOne(child);
        }

        return VisibleText.Of(_text.ToString()).Trim();
    }

    private void ReadOne(XElement element)
    {
        if (element.IsWord)
        {
            ReadWord(element);
        }
        else if (element.Name.LocalName is "docPr")
        {
            // A shape that holds text needs no words for itself.
            var isPicture = element.Parent!.Descendants().Any(inner => inner.Name.LocalName is "blip" or "chart");
            _text.Append(isPicture ? $"[Image: {(string?)element.Attribute("descr") ?? "no description"}]" : "");
        }
        else if (element.Name.LocalName is "t")
        {
            _text.Append(element.Value);
        }
        else if (element.Name.LocalName is not "Fallback")
        {
            ReadInside(element);
        }
    }

    private void ReadWord(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "pPr" or "rPr" or "sdtPr" or "delInstrText":
                break;
            case "instrText":
                fields.Instruct(element.Value);
                break;
            case "fldSimple" when FieldTranscript.NameOf(element.WordAttribute("instr") ?? "") is { } name:
                _text.Append(name);
                break;
            case "txbxContent":
                _boxes.Add(element);
                break;
            case "fldChar":
                _text.Append(fields.Mark(element.WordAttribute("fldCharType")));
                break;
            case "ins" or "moveTo":
                ReadChange(element, "[+", "+]");
                break;
            case "del" or "moveFrom":
                ReadChange(element, "[-", "-]");
                break;
            case "t" or "delText" or "tab" or "sym" when fields.IsMuted:
                break;
            case "t" or "delText":
                var keepsSpace = (string?)element.Attribute(XNamespace.Xml + "space") is "preserve";
                _text.Append(keepsSpace ? element.Value : element.Value.Trim(' ', '\t', '\r', '\n'));
                break;
            case "tab" or "ptab":
                _text.Append('\t');
                break;
            case "br" when element.WordAttribute("type") is "page":
                BreaksPage = true;
                break;
            case "br" or "cr":
                _text.Append('↵');
                break;
            case "noBreakHyphen":
                _text.Append('\u2011');
                break;
            case "sym":
                _text.Append(ReadSymbol(element));
                break;
            case "footnoteReference":
                _text.Append($"[^{footnotes.Mark(element.WordAttribute("id") ?? "")}]");
                break;
            case "endnoteReference":
                _text.Append($"[^{endnotes.Mark(element.WordAttribute("id") ?? "")}]");
                break;
            default:
                ReadInside(element);
                break;
        }
    }

    private void ReadInside(XElement element)
    {
        foreach (var child in element.Elements())
        {
            ReadOne(child);
        }
    }

    private void ReadChange(XElement element, string begin, string end)
    {
        var before = _text.Length;
        _text.Append(begin);
        ReadInside(element);
        if (_text.Length > before + begin.Length)
        {
            _text.Append(end);
        }
        else
        {
            _text.Length = before;
        }
    }

    private static string ReadSymbol(XElement element)
    {
        using var reader = element.CreateReader();
        reader.Read();
        return Symbol.Read(reader);
    }
}
