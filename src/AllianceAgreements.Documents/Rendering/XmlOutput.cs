using System.Buffers;
using System.Text;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>XML in UTF-8, growing in memory.</summary>
internal sealed class XmlOutput
{
    private const int LeastCapacity = 4096;
    private const int MaximumBytesOfCharacter = 3;

    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\"\r\n\t");
    private static readonly SearchValues<byte> EscapedInContent = SearchValues.Create("<>&\r"u8);

    private byte[] _buffer = [];
    private int _count;
    private List<(int At, IOpenPlace Place)>? _open;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _count);

    /// <summary>Writes markup as it is.</summary>
    public void Write(ReadOnlySpan<byte> markup)
    {
        markup.CopyTo(Reserve(markup.Length));
        _count += markup.Length;
    }

    /// <summary>Writes what another output holds, its open places among it.</summary>
    public void Write(XmlOutput other)
    {
        var start = _count;
        Write(other.Written);
        if (other._open is { } open)
        {
            (_open ??= []).AddRange(open.Select(entry => (entry.At + start, entry.Place)));
        }
    }

    /// <summary>Leaves a place open.</summary>
    public void Open(IOpenPlace place) => (_open ??= []).Add((_count, place));

    /// <summary>Whether places are open.</summary>
    public bool IsOpen => _open is not null;

    /// <summary>Writes what was written to another output, the open places filled.</summary>
    public void CloseTo(XmlOutput closed)
    {
        var position = 0;
        foreach (var (at, place) in _open ?? [])
        {
            closed.Write(Written[position..at]);
            place.Write(closed);
            position = at;
        }

        closed.Write(Written[position..]);
    }

    /// <summary>Writes a number.</summary>
    public void Write(int number)
    {
        number.TryFormat(Reserve(11), out var count);
        _count += count;
    }

    /// <summary>Writes characters, with those escaped that mean something in content or in an attribute.</summary>
    /// <param name="text">Only characters that <see cref="XmlCharacters"/> allows.</param>
    public void WriteText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny(Escaped);
            var plain = length < 0 ? text : text[..length];
            _count += Encoding.UTF8.GetBytes(plain, Reserve(plain.Length * MaximumBytesOfCharacter));
            if (length < 0)
            {
                return;
            }

            Write(Escape(text[length]));
            text = text[(length + 1)..];
        }
    }

    /// <summary>Writes characters that stand in content, with those escaped that mean something there.</summary>
    /// <param name="utf8">Only characters that <see cref="XmlCharacters"/> allows.</param>
    public void WriteContent(ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny(EscapedInContent) is >= 0 and var length)
        {
            Write(utf8[..length]);
            Write(Escape((char)utf8[length]));
            utf8 = utf8[(length + 1)..];
        }

        Write(utf8);
    }

    /// <summary>Gives the memory back, for the next output; this one is empty then. Without it, the garbage collector does.</summary>
    public void Release()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        (_buffer, _count, _open) = ([], 0, null);
    }

    /// <summary>Room behind what was written.</summary>
    private Span<byte> Reserve(int count)
    {
        if (count > _buffer.Length - _count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(LeastCapacity, Math.Max(_buffer.Length * 2, _count + count)));
            Written.CopyTo(larger);
            if (_buffer.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
            }

            _buffer = larger;
        }

        return _buffer.AsSpan(_count);
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
