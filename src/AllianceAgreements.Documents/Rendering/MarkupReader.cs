using System.Buffers.Text;
using System.Net;
using System.Text;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>
/// Walks the tags of markup that this project wrote, which is why it may be simple: no comments, no sections of characters, no
/// greater-than sign inside a tag, and always the prefixes that <see cref="Templates.Compiling.PrefixMap"/> gave.
/// </summary>
/// <param name="markup">Well-formed XML in UTF-8.</param>
internal ref struct MarkupReader(ReadOnlySpan<byte> markup)
{
    private readonly ReadOnlySpan<byte> _markup = markup;
    private ReadOnlySpan<byte> _tag;
    private int _nameLength;

    /// <summary>Where the tag begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the tag ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether it is an end tag.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Whether it is an element without content.</summary>
    public readonly bool IsEmpty => _tag is [.., (byte)'/'];

    /// <summary>Moves to the next tag; false at the end.</summary>
    public bool Read()
    {
        var start = _markup[End..].IndexOf((byte)'<');
        if (start < 0)
        {
            return false;
        }

        Start = End + start;
        _tag = _markup[(Start + 1)..];
        _tag = _tag[.._tag.IndexOf((byte)'>')];
        End = Start + _tag.Length + 2;
        IsEnd = _tag[0] == (byte)'/';
        _tag = IsEnd ? _tag[1..] : _tag;
        _nameLength = _tag.IndexOfAny((byte)' ', (byte)'/');
        _nameLength = _nameLength < 0 ? _tag.Length : _nameLength;
        return true;
    }

    /// <summary>Whether the tag has a name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _tag[.._nameLength].SequenceEqual(name);

    /// <summary>An attribute; null when the tag has none of that name.</summary>
    public readonly string? Attribute(ReadOnlySpan<byte> name)
    {
        var value = Find(name, out var isFound);
        return isFound ? Decode(value) : null;
    }

    /// <summary>An attribute that is a whole number; null when it is none.</summary>
    public readonly int? Integer(ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(Find(name, out _), out int number, out _) ? number : null;

    /// <summary>Whether an attribute has a value.</summary>
    public readonly bool Has(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Find(name, out _).SequenceEqual(value);

    /// <summary>Moves to the end of the element.</summary>
    public void Skip()
    {
        if (IsEmpty || IsEnd)
        {
            return;
        }

        for (var depth = 1; depth > 0 && Read();)
        {
            depth += IsEnd ? -1 : IsEmpty ? 0 : 1;
        }
    }

    /// <summary>The characters between this tag and the next.</summary>
    public readonly string Text() => Decode(RawText());

    /// <summary>The characters between this tag and the next, as they stand in the markup.</summary>
    public readonly ReadOnlySpan<byte> RawText()
    {
        var rest = _markup[End..];
        var length = rest.IndexOf((byte)'<');
        return length < 0 ? rest : rest[..length];
    }

    private static string Decode(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value);
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    private readonly ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name, out bool isFound)
    {
        var rest = _tag[_nameLength..];
        for (var at = rest.IndexOf(name); at >= 0; at = rest.IndexOf(name))
        {
            var isName = at > 0 && rest[at - 1] == (byte)' ' && rest[(at + name.Length)..].StartsWith("=\""u8);
            rest = rest[(at + name.Length)..];
            if (isName)
            {
                isFound = true;
                rest = rest[2..];
                return rest[..rest.IndexOf((byte)'"')];
            }
        }

        isFound = false;
        return [];
    }
}
