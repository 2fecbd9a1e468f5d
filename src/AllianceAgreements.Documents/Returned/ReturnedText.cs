using System.Text;
using System.Xml;
using AllianceAgreements.Documents.Preview;

namespace AllianceAgreements.Documents.Returned;

/// <summary>The text of a file that came back: that of its fields, by tag, and the hash of the rest. Deleted text is gone, inserted text is there.</summary>
/// <param name="tags">The tags of the fields.</param>
/// <param name="hash">Takes the text outside the fields.</param>
internal sealed class ReturnedText(HashSet<string> tags, TextHash hash)
{
    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.Ordinal);
    private readonly Stack<string?> _controls = new();
    private StringBuilder? _field;
    private int _fieldDepth;
    private int _results;

    /// <summary>The texts of the fields of a tag, in the order of the text.</summary>
    public IReadOnlyList<string> TextsOf(string tag) => _fields.GetValueOrDefault(tag) ?? [];

    /// <summary>Reads a part.</summary>
    public bool Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader is { IsWord: true, LocalName: "sdt" })
            {
                EndControl();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                ReadElement(reader);
            }
        }

        return true;
    }

    private void ReadElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "Fallback":
                reader.SkipContent();
                break;
            case "del" or "moveFrom" or "fldSimple" when reader.IsWord:
                reader.SkipContent();
                break;
            case "sdt" when reader is { IsWord: true, IsEmptyElement: false }:
                _controls.Push(null);
                break;
            case "tag" when reader.IsWord && _field is null && _controls.Count > 0 && reader.Val() is { } tag && tags.Contains(tag):
                StartControl(tag);
                break;
            case "fldChar" when reader.IsWord:
                _results += reader.Attribute("fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };
                break;
            case "br" or "cr" when reader.IsWord:
                _field?.Append('\n');
                break;
            case "tab" when reader.IsWord && reader.Attribute("val") is null:
                _field?.Append('\t');
                break;
            case "t" when reader.IsWord:
                AddText(reader.ReadText());
                break;
            default:
                break;
        }
    }

    private void StartControl(string tag)
    {
        _controls.Pop();
        _controls.Push(tag);
        (_field, _fieldDepth) = (new StringBuilder(), _controls.Count);
    }

    private void EndControl()
    {
        if (_field is not null && _controls.Count == _fieldDepth && _controls.Peek() is { } tag)
        {
            if (!_fields.TryGetValue(tag, out var texts))
            {
                _fields.Add(tag, texts = []);
            }

            texts.Add(_field.ToString());
            _field = null;
        }

        _controls.TryPop(out _);
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
        }
    }
}
