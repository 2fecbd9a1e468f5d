using System.Buffers;
using System.Text;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>XML in UTF-8, growing in memory.</summary>
internal sealed class XmlOutput
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\"\r\n\t");

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private List<(int At, IOpenPlace Place)>? _open;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Writes markup as it is.</summary>
    public void Write(ReadOnlySpan<byte> markup) => _buffer.Write(markup);

    /// <summary>Writes what another output holds, its open places among it.</summary>
    public void Write(XmlOutput other)
    {
        var start = _buffer.WrittenCount;
        Write(other.Written);
        if (other._open is { } open)
        {
            (_open ??= []).AddRange(open.Select(entry => (entry.At + start, entry.Place)));
        }
    }

    /// <summary>Leaves a place open.</summary>
    public void Open(IOpenPlace place) => (_open ??= []).Add((_buffer.WrittenCount, place));

    /// <summary>Whether places are open.</summary>
    public bool IsOpen => _open is not null;

    /// <summary>The output with its open places filled.</summary>
    public XmlOutput Close()
    {
        if (_open is null)
        {
            return this;
        }

        var closed = new XmlOutput();
        var position = 0;
        foreach (var (at, place) in _open)
        {
            closed.Write(Written[position..at]);
            place.Write(closed);
            position = at;
        }

        closed.Write(Written[position..]);
        return closed;
    }

    /// <summary>Writes a number.</summary>
    public void Write(int number)
    {
        number.TryFormat(_buffer.GetSpan(11), out var count);
        _buffer.Advance(count);
    }

    /// <summary>Writes characters, with those escaped that mean something in content or in an attribute.</summary>
    /// <param name="text">Only characters that <see cref="XmlCharacters"/> allows.</param>
    public void WriteText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Escaped);
            Encoding.UTF8.GetBytes(plain < 0 ? text : text[..plain], _buffer);
            if (plain < 0)
            {
                return;
            }

            _buffer.Write(Escape(text[plain]));
            text = text[(plain + 1)..];
        }
    }

    private static ReadOnlySpan<byte> Escape(char character) => character switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '"' => "&quot;"u8,
        '\r' => "&#xD;"u8,
        '\n' => "&#xA;"u8,
        _ => "&#x9;"u8,
    };
}
