using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>The number of a clause as references to it are written.</summary>
/// <param name="Word">What the clause is ("Section"); empty when nothing says so.</param>
/// <param name="Before">What of the number stands before the field.</param>
/// <param name="Number">What the field shows.</param>
/// <param name="Switches">The switches of the field, which make Word show the same.</param>
/// <param name="Container">What the number counts within, when that is not part of it ("Schedule 2").</param>
internal sealed record ReferenceNumber(string Word, string Before, string Number, string Switches, string? Container)
{
    private const string OwnNumber = " \\n";
    private const string OwnDigits = " \\n \\t";
    private const string FullContext = " \\w";

    /// <summary>
    /// The number of a clause. A level that carries a word ("Article 10") is called by it; a level that carries none is a
    /// "Section", with the numbers of the levels above that its own leaves out ("Section 10.2(a)"); under a level that carries
    /// another word than "Article" it is a "paragraph" of that ("paragraph 1(a) of Schedule 2"). Lists apart from the headings have no word.
    /// </summary>
    public static ReferenceNumber Of(CountedParagraph paragraph)
    {
        var own = Trim(paragraph.TextOf(paragraph.Level));
        if (WordOf(paragraph, paragraph.Level) is { } word)
        {
            // Word takes off what is no digit, so it can show the number alone only where it is written in digits.
            var digits = own[word.Length..].TrimStart(' ', '\u00A0');
            return digits.All(character => char.IsAsciiDigit(character) || character == '.')
                ? new ReferenceNumber(word, "", digits, OwnDigits, Container: null)
                : new ReferenceNumber("", "", own, OwnNumber, Container: null);
        }

        var (before, level) = ("", paragraph.FirstShown(paragraph.Level));
        while (level > 0)
        {
            if (WordOf(paragraph, level - 1) is { } outer)
            {
                return new ReferenceNumber(outer == "Article" ? "Section" : "paragraph", before, own, OwnNumber, Trim(paragraph.TextOf(level - 1)));
            }

            before = Trim(paragraph.TextOf(level - 1)) + before;
            level = paragraph.FirstShown(level - 1);
        }

        var name = paragraph.IsClause ? "Section" : "";
        return before.Length == 0
            ? new ReferenceNumber(name, "", own, OwnNumber, Container: null)
            : new ReferenceNumber(name, "", before + own, FullContext, Container: null);
    }

    /// <summary>The word that a level's numbers begin with; null when there is none.</summary>
    private static string? WordOf(CountedParagraph paragraph, int level)
    {
        var pattern = paragraph.Instance.List[level].Pattern;
        var word = string.Concat(pattern.TakeWhile(char.IsLetter));
        return word.Length > 1 ? word : null;
    }

    /// <summary>Word leaves the full stop behind a number out of references to it.</summary>
    private static string Trim(string number) => number.TrimEnd('.', ' ');
}
