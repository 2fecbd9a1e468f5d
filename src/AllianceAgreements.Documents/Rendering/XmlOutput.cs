using System.Buffers;
using System.Text;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>XML in UTF-8, growing in memory.</summary>
internal sealed class XmlOutput
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\"\r\n\t");

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Writes markup as it is.</summary>
    public void Write(ReadOnlySpan<byte> markup) => _buffer.Write(markup);

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
