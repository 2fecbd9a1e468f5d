namespace AllianceAgreements.Documents.Redline.Lines;

/// <summary>Takes text apart into what a reader sees as one piece: words and numbers ("2,500.00"), spaces, and each other character.</summary>
internal static class Words
{
    /// <summary>The length of the first piece of a text that is not empty.</summary>
    public static int FirstLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        if (IsWord(text[0]))
        {
            while (length < text.Length && (IsWord(text[length]) || JoinsWord(text, length)))
            {
                length++;
            }
        }
        else if (char.IsWhiteSpace(text[0]))
        {
            while (length < text.Length && char.IsWhiteSpace(text[length]))
            {
                length++;
            }
        }
        else if (char.IsHighSurrogate(text[0]) && text.Length > 1)
        {
            length = 2;
        }

        return length;
    }

    /// <summary>Whether a piece is a word or a number.</summary>
    public static bool IsWord(ReadOnlySpan<char> piece) => !piece.IsEmpty && IsWord(piece[0]);

    // Chinese, Japanese and Korean run words together, so each of their characters is a piece.
    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character) && character is not ((>= '\u2E80' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF'));

    /// <summary>Whether a mark between letters or digits belongs to the word: 1,000, 4.2, party's.</summary>
    private static bool JoinsWord(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length
        && text[index] switch
        {
            '.' or ',' => char.IsDigit(text[index - 1]) && char.IsDigit(text[index + 1]),
            '\'' or '\u2019' => char.IsLetter(text[index - 1]) && char.IsLetter(text[index + 1]),
            _ => char.GetUnicodeCategory(text[index]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark,
        };
}
