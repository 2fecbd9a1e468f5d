using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AllianceAgreements.Documents.Returned;

/// <summary>The SHA-256 of text in UTF-16, the lower byte first, without its spaces, which word processors add, drop and move between runs.</summary>
internal sealed class TextHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly char[] _pending = new char[4096];
    private char[] _decoded = new char[1024];
    private int _count;

    /// <summary>Adds text; how it is cut into pieces makes no difference.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var piece = text[..Math.Min(text.Length, _pending.Length - _count)];
            foreach (var character in piece)
            {
                _pending[_count] = character;
                _count += char.IsWhiteSpace(character) ? 0 : 1;
            }

            text = text[piece.Length..];
            if (_count == _pending.Length)
            {
                Flush();
            }
        }
    }

    /// <summary>Adds text in UTF-8, cut between characters.</summary>
    public void AddUtf8(ReadOnlySpan<byte> text)
    {
        if (_decoded.Length < text.Length)
        {
            _decoded = new char[text.Length];
        }

        Add(_decoded.AsSpan(0, Encoding.UTF8.GetChars(text, _decoded)));
    }

    /// <summary>The hash, in hexadecimal.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Flush()
    {
        var units = MemoryMarshal.Cast<char, ushort>(_pending.AsSpan(0, _count));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }

        _hash.AppendData(MemoryMarshal.AsBytes(units));
        _count = 0;
    }
}
