using System.Buffers;
using System.Text;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>Lines and columns of UTF-8 text, as an editor counts them: both from 1, columns in characters.</summary>
internal static class TextPosition
{
    /// <summary>"line 3, column 14".</summary>
    public static string Of(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return $"line {before.Count((byte)'\n') + 1}, column {Encoding.UTF8.GetCharCount(before[lineStart..]) + 1}";
    }

    /// <summary>The offset of a byte of a line; both counted from 0.</summary>
    public static int Offset(ReadOnlySpan<byte> text, long line, long byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            start += text[start..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(start + byteInLine, text.Length);
    }

    /// <summary>The offset of the first byte that is not UTF-8; the length when all are.</summary>
    public static int FirstInvalidByte(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (offset < text.Length && Rune.DecodeFromUtf8(text[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    /// <summary>The character that starts at an offset.</summary>
    public static string CharacterAt(ReadOnlySpan<byte> text, int offset)
    {
        Rune.DecodeFromUtf8(text[offset..], out var rune, out _);
        return rune.ToString();
    }
}
