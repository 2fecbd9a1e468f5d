namespace AllianceAgreements.Documents.Returned;

/// <summary>A paragraph as somebody reads it: text, and fields among it. Deleted text is gone, inserted text is there.</summary>
/// <param name="part">What it belongs to ("document", "footnotes", "header").</param>
/// <param name="place">The clause it stands in; null before the first number.</param>
internal sealed class ReadParagraph(string part, string? place)
{
    private readonly List<Piece> _pieces = [];
    private WordBag? _words;
    private string? _text;

    public string Part => part;

    public string? Place => place;

    /// <summary>Its text, that of the fields included; ask when all was added.</summary>
    public string Text => _text ??= string.Concat(_pieces.Select(piece => piece.Text));

    /// <summary>Its text outside the fields, without spaces.</summary>
    public string OutsideKey => Key(piece => piece.Tag is null ? piece.Text : "");

    /// <summary>What must be the same in two paragraphs for nothing but fields to be different: the text outside them without spaces, and where which stands.</summary>
    public string FieldKey => Key(piece => piece.Tag is null ? piece.Text : $"\u0001{piece.Tag}\u0001");

    /// <summary>What must be the same in two paragraphs for nothing to be different: the text, of fields as well, without spaces.</summary>
    public string FullKey => Key(piece => piece.Text);

    /// <summary>The tags of its fields, in their order.</summary>
    public IEnumerable<string> Tags => _pieces.Select(piece => piece.Tag).OfType<string>();

    /// <summary>Its words; ask when all text was added.</summary>
    public WordBag Words => _words ??= new WordBag(Text);

    /// <summary>Adds text outside the fields.</summary>
    public void AddText(string text) => _pieces.Add(new Piece(text, Tag: null, IsWorkedOut: false));

    /// <summary>Adds a field.</summary>
    public void AddField(ReadField field) => _pieces.Add(new Piece(field.Text, field.Tag, IsWorkedOut: false));

    /// <summary>Adds what Word works out, such as a number: somebody reads it, and it is nobody's change.</summary>
    public void AddWorkedOut(string text) => _pieces.Add(new Piece(text, Tag: null, IsWorkedOut: true));

    private string Key(Func<Piece, string> keyOf) => string.Concat(_pieces.Where(piece => !piece.IsWorkedOut)
        .SelectMany(piece => keyOf(piece).Where(character => !char.IsWhiteSpace(character))));

    private sealed record Piece(string Text, string? Tag, bool IsWorkedOut);
}

/// <summary>A field as it stands in a file.</summary>
/// <param name="Tag">The tag of its content control.</param>
/// <param name="Text">What it says.</param>
/// <param name="Place">The clause it stands in; null before the first number.</param>
internal sealed record ReadField(string Tag, string Text, string? Place)
{
    /// <summary>What it says, whatever the spaces between its words are: somebody who types a date anew types no non-breaking ones.</summary>
    public string Said { get; } = string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
