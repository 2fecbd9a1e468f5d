using System.Globalization;
using System.Text;

namespace AllianceAgreements.Documents.Tags;

/// <summary>
/// Splits the inside of a tag into tokens. Forgives what Word does to typing: curly quotes count as straight ones, ≤ and ≥ as &lt;= and &gt;=, and
/// non-breaking spaces and invisible characters as spaces.
/// </summary>
internal static class TagLexer
{
    private const string DoubleQuotes = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>The tokens, the last of them <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="FormatException">A character or a text is not part of the language.</exception>
    public static List<Token> Read(string source)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (true)
        {
            while (position < source.Length && IsSpace(source[position]))
            {
                position++;
            }

            if (position == source.Length)
            {
                tokens.Add(new Token(TokenKind.End, ""));
                return tokens;
            }

            tokens.Add(ReadToken(source, ref position));
        }
    }

    private static Token ReadToken(string source, ref int position)
    {
        var first = source[position];
        if (DoubleQuotes.Contains(first) || SingleQuotes.Contains(first))
        {
            return ReadText(source, ref position, DoubleQuotes.Contains(first) ? DoubleQuotes : SingleQuotes);
        }

        if (char.IsAsciiDigit(first) || (first == '-' && position + 1 < source.Length && char.IsAsciiDigit(source[position + 1])))
        {
            var number = ReadWhile(source, ref position, 1, character => char.IsAsciiDigit(character) || character == '.');
            return decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                ? new Token(TokenKind.Number, number)
                : throw new FormatException($"\"{number}\" is not a number.");
        }

        if (IsNameStart(first) || (first is '@' or '#' or '/' && position + 1 < source.Length && IsNameStart(source[position + 1])))
        {
            return new Token(TokenKind.Name, ReadWhile(source, ref position, 1, IsNamePart));
        }

        if (first is '=' or '!' or '<' or '>' && position + 1 < source.Length && source[position + 1] == '=')
        {
            position += 2;
            return new Token(TokenKind.Symbol, $"{first}=");
        }

        if (first is '.' or '|' or ':' or ',' or '>' or '<' or '(' or ')' or '\u2264' or '\u2265' or '\u2260')
        {
            position++;
            return new Token(TokenKind.Symbol, first switch
            {
                '\u2264' => "<=",
                '\u2265' => ">=",
                '\u2260' => "!=",
                _ => first.ToString(),
            });
        }

        throw new FormatException($"The character \"{first}\" has no meaning in a tag.");
    }

    private static Token ReadText(string source, ref int position, string quotes)
    {
        var text = new StringBuilder();
        for (position++; position < source.Length; position++)
        {
            if (quotes.Contains(source[position]))
            {
                position++;
                return new Token(TokenKind.Text, text.ToString());
            }

            text.Append(source[position]);
        }

        throw new FormatException("A text is not closed with a quotation mark.");
    }

    private static string ReadWhile(string source, ref int position, int minimum, Func<char, bool> belongs)
    {
        var start = position;
        position += minimum;
        while (position < source.Length && belongs(source[position]))
        {
            position++;
        }

        return source[start..position];
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '/';

    private static bool IsSpace(char character) =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
