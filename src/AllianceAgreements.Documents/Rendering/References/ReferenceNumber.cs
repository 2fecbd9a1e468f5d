using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>The number of a clause as references to it are written.</summary>
/// <param name="Word">What the clause is ("Section"), to stand before the number; empty when nothing says so, or the number does.</param>
/// <param name="Before">What of the number stands before the field.</param>
/// <param name="Number">What the field shows: the number with all that its level writes, as Word and LibreOffice both work it out.</param>
/// <param name="Switches">The switches of the field, which make Word show the same.</param>
/// <param name="Container">What the number counts within, when that is not part of it ("Schedule 2").</param>
internal sealed record ReferenceNumber(string Word, string Before, string Number, string Switches, string? Container)
{
    private const char NoBreak = '\u00A0';
    private const string OwnNumber = " \\n";
    private const string FullContext = " \\w";

    /// <summary>What of the number stands behind the word that its level writes ("10" of "Article 10"); null when it writes none.</summary>
    public string? Alone { get; private init; }

    /// <summary>The number as text, with spaces that break ("Section 10.2(a)", "paragraph 1(a) of Schedule 2").</summary>
    public string InFull => ($"{Word} {Before}{Number}".TrimStart() + (Container is null ? "" : $" of {Container}")).Replace(NoBreak, ' ');

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
            // Word could leave the word out of its field (\t), but LibreOffice shows it all the same.
            return new ReferenceNumber("", "", own.Replace(' ', NoBreak), OwnNumber, Container: null) { Alone = own[word.Length..].TrimStart(' ', NoBreak) };
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
