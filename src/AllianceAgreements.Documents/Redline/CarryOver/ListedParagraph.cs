using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>A paragraph that names its list itself.</summary>
/// <param name="Key">The same for paragraphs with the same text in lists that are alike.</param>
/// <param name="List">The number of its list.</param>
internal readonly record struct ListedParagraph(int Key, string List)
{
    /// <summary>The paragraphs of a document's text that do, in order; after them those of notes, comments, headers and footers.</summary>
    /// <param name="source">The document.</param>
    /// <param name="keys">Where the keys come from.</param>
    /// <param name="signature">How a list counts and looks.</param>
    public static List<ListedParagraph> ReadAll(RedlineSource source, KeyTable keys, Func<string, string> signature)
    {
        var paragraphs = new List<ListedParagraph>();
        foreach (var number in source.TextRoots().SelectMany(root => root.Descendants(Word.ListId)))
        {
            if (Word.ValueOf(number) is { } list && number.Ancestors(Word.Paragraph).FirstOrDefault() is { } paragraph)
            {
                var text = string.Concat(paragraph.Descendants(Word.Text).Select(piece => piece.Value));
                var level = Word.ValueOf(number.Parent!.Element(Word.Main + "ilvl"));
                paragraphs.Add(new ListedParagraph(keys.Of($"{level} {keys.Of(signature(list))} {text}"), list));
            }
        }

        return paragraphs;
    }
}
