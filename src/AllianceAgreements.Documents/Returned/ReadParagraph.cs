using AllianceAgreements.Documents.Packages;

namespace AllianceAgreements.Documents.Returned;

/// <summary>A paragraph as somebody reads it: text, and fields among it. Deleted text is gone, inserted text is there.</summary>
/// <param name="part">What it belongs to ("document", "footnotes", "header").</param>
internal sealed class ReadParagraph(string part)
{
    private readonly List<Piece> _pieces = [];
    private WordBag? _words;
    private string? _text;

    public string Part => part;

    /// <summary>The clause it stands in; null before the first number.</summary>
    public string? Place { get; set; }

    /// <summary>Its number as it is shown; empty when it has none.</summary>
    public string Number { get; set; } = "";

    /// <summary>Its text, that of the fields included; ask when all was added.</summary>
    public string Text => _text ??= string.Concat(_pieces.Select(piece => piece.Text));

    /// <summary>Its text outside the fields, without spaces.</summary>
    public string OutsideKey => Key(piece => piece.Tag is null ? piece.Key : "");

    /// <summary>What must be the same in two paragraphs for nothing but fields to be different: the text outside them without spaces, and where which stands.</summary>
    public string FieldKey => Key(piece => piece.Tag is null ? piece.Key : $"\u0001{piece.Tag}\u0001");

    /// <summary>What must be the same in two paragraphs for nothing to be different: the text, of fields as well, without spaces.</summary>
    public string FullKey => Key(piece => piece.Result?.FullKey ?? piece.Key);

    /// <summary>The tags of its fields, in their order.</summary>
    public IEnumerable<string> Tags => _pieces.Select(piece => piece.Tag).OfType<string>();

    /// <summary>What Word worked out for it from other text.</summary>
    public IEnumerable<ReadResult> Results => _pieces.Select(piece => piece.Result).OfType<ReadResult>();

    /// <summary>Its words; ask when all text was added.</summary>
    public WordBag Words => _words ??= new WordBag(Text);

    /// <summary>Adds text outside the fields.</summary>
    public void AddText(string text) => AddText(text, text);

    /// <summary>Adds text outside the fields that is the same as other text when its key is.</summary>
    public void AddText(string text, string key) => _pieces.Add(new Piece(text, Tag: null, key));

    /// <summary>Adds a field.</summary>
    public void AddField(ReadField field) => _pieces.Add(new Piece(field.Text, field.Tag, field.Text));

    /// <summary>Adds a tab or a break: somebody sees it, and it is nobody's change.</summary>
    public void AddMark(string text) => _pieces.Add(new Piece(text, Tag: null, ""));

    /// <summary>Adds what Word works out, such as the number of a reference, or goes on with it.</summary>
    /// <param name="field">The Word field.</param>
    /// <param name="text">A piece of its result.</param>
    public void AddResult(OpenField field, string text)
    {
        if (_pieces is not [.., { Result: { } last }] || last.Field != field)
        {
            last = new ReadResult(field, isFirst: !field.IsNoted);
            field.IsNoted = true;
            _pieces.Add(new Piece("", Tag: null, "") { Result = last });
        }

        last.Add(text);
    }

    private string Key(Func<Piece, string> keyOf) => string.Concat(_pieces.SelectMany(piece => keyOf(piece).Where(character => !char.IsWhiteSpace(character))));

    private sealed record Piece(string OwnText, string? Tag, string OwnKey)
    {
        public ReadResult? Result { get; init; }

        public string Text => Result?.Text ?? OwnText;

        public string Key => Result?.Key ?? OwnKey;
    }
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
