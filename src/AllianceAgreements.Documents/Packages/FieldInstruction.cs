namespace AllianceAgreements.Documents.Packages;

/// <summary>The instruction of a Word field (ECMA-376 part 1, 17.16.2), such as <c>REF _Ref1 \n \h</c>.</summary>
internal sealed class FieldInstruction
{
    private const string NumberSwitches = "nrwptdf";
    private readonly string _text;
    private readonly string[] _words;

    private FieldInstruction(string text) => (_text, _words) = (text, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the field is, in capitals; empty when nothing says so.</summary>
    public string Keyword => _words.Length == 0 ? "" : _words[0].ToUpperInvariant();

    /// <summary>The bookmark that a reference shows; null when it names none.</summary>
    public string? Bookmark => _words.Length > 1 && !_words[1].StartsWith('\\') ? _words[1].Trim('"') : null;

    /// <summary>Those switches that tell what of a bookmark is shown, in one order ("n"); empty for its text.</summary>
    public string Shows => string.Concat(_words.Where(word => word.Length == 2 && word[0] == '\\').Select(word => char.ToLowerInvariant(word[1]))
        .Where(letter => NumberSwitches.Contains(letter, StringComparison.Ordinal)).Distinct().Order());

    /// <summary>What must be the same in two fields for them to show the same: programs write switches of other kinds, and their order, as they like.</summary>
    public string Key => Keyword switch
    {
        "REF" or "PAGEREF" => $"{Keyword}:{Bookmark}:{Shows}",
        _ when IsWorkedOut(_text) => Keyword,
        _ => _text,
    };

    public static FieldInstruction Parse(string text) => new(text);

    /// <summary>
    /// Whether a word processor works the result out from the text of the agreement and its pages alone, so that nobody types it. Anything
    /// may stand in the result of other fields.
    /// </summary>
    public static bool IsWorkedOut(ReadOnlySpan<char> instruction)
    {
        var rest = instruction.TrimStart();
        var length = rest.IndexOfAny(" \t\r\n\u00A0");
        return (length < 0 ? rest : rest[..length]) is var word
            && (word.Equals("REF", StringComparison.OrdinalIgnoreCase) || word.Equals("PAGEREF", StringComparison.OrdinalIgnoreCase)
                || word.Equals("TOC", StringComparison.OrdinalIgnoreCase) || word.Equals("PAGE", StringComparison.OrdinalIgnoreCase)
                || word.Equals("NUMPAGES", StringComparison.OrdinalIgnoreCase) || word.Equals("SECTIONPAGES", StringComparison.OrdinalIgnoreCase));
    }
}
