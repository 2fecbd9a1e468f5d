using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Lines;

/// <summary>Takes a paragraph apart into tokens.</summary>
internal sealed class LineReader
{
    private readonly KeyTable _keys;
    private readonly List<Token> _tokens = [];
    private List<XElement> _markers = [];

    private LineReader(KeyTable keys) => _keys = keys;

    /// <summary>The tokens of a paragraph; the last is its end.</summary>
    public static List<Token> Read(XElement paragraph, KeyTable keys)
    {
        var reader = new LineReader(keys);
        reader.ReadAll(paragraph);
        reader.Add(new Token { Kind = TokenKind.End, Key = keys.Of("end") });
        return reader._tokens;
    }

    private void ReadAll(XElement parent)
    {
        List<XElement> children = [.. parent.Elements()];
        for (var index = 0; index < children.Count; index++)
        {
            var child = children[index];
            if (child.Name == Word.Run)
            {
                var end = ComplexField.FindEnd(children, index);
                if (end is null)
                {
                    ReadRun(child);
                }
                else
                {
                    AddPieces(children[index..(end.Value + 1)]);
                    index = end.Value;
                }
            }
            else if (Names.IsMarker(child))
            {
                _markers.Add(child);
            }
            else if (Names.IsWrapper(child))
            {
                ReadWrapper(child);
            }
            else if (!Names.IsProperties(child))
            {
                AddPieces([child]);
            }
        }
    }

    private void ReadRun(XElement run)
    {
        var format = run.Element(Word.RunProperties);
        var formatKey = _keys.Of($"format {CanonicalXml.Of(format?.Elements() ?? [])}");
        foreach (var child in run.Elements())
        {
            if (child.Name == Word.Text)
            {
                ReadText(TextOf(child), format, formatKey);
            }
            else if (child.Name != Word.RunProperties)
            {
                Add(new Token
                {
                    Kind = TokenKind.Content,
                    Key = _keys.Of($"content {CanonicalXml.Of(child)}"),
                    Format = format,
                    FormatKey = formatKey,
                    Elements = [child],
                });
            }
        }
    }

    /// <summary>Spaces around a text count only where the document says that they do.</summary>
    private static string TextOf(XElement text) =>
        (string?)text.Attribute(XNamespace.Xml + "space") is "preserve" ? text.Value : text.Value.Trim(' ', '\t', '\r', '\n');

    private void ReadText(string text, XElement? format, int formatKey)
    {
        for (var start = 0; start < text.Length;)
        {
            var piece = text.Substring(start, Words.FirstLength(text.AsSpan(start)));
            Add(new Token { Kind = TokenKind.Text, Key = _keys.Of($"text {piece}"), Text = piece, Format = format, FormatKey = formatKey });
            start += piece.Length;
        }
    }

    private void ReadWrapper(XElement wrapper)
    {
        var key = WrapperKey.Of(wrapper);
        var open = new Token { Kind = TokenKind.Open, Key = _keys.Of($"open {key}"), Elements = [wrapper] };
        var index = _tokens.Count;
        Add(open);
        if (Names.ContentOf(wrapper) is { } content)
        {
            ReadAll(content);
        }

        // Add makes a copy with the markers; the pair points to places, not to objects.
        _tokens[index].Partner = _tokens.Count;
        Add(new Token { Kind = TokenKind.Close, Key = _keys.Of($"close {key}"), Partner = index });
    }

    private void AddPieces(List<XElement> elements) =>
        Add(new Token { Kind = TokenKind.Pieces, Key = _keys.Of($"pieces {CanonicalXml.Of(elements)}"), Elements = elements });

    private void Add(Token token)
    {
        if (_markers.Count > 0)
        {
            token = token with { Markers = _markers };
            _markers = [];
        }

        _tokens.Add(token);
    }
}
