using System.Xml.Linq;
using AllianceAgreements.Documents.Redline.Lines;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Blocks;

/// <summary>A paragraph, a table, a row or a content control around them, as it is compared.</summary>
/// <param name="Element">What stands in the document.</param>
/// <param name="Key">The same for blocks that are the same.</param>
/// <param name="Markers">Marks of places that stand right before it.</param>
internal sealed record Block(XElement Element, int Key, IReadOnlyList<XElement> Markers)
{
    private const int MostWords = 2_000;

    private int[]? _words;

    public bool IsParagraph => Element.Name == Word.Paragraph;

    /// <summary>Takes a container apart.</summary>
    /// <param name="elements">What is in it, without its properties.</param>
    /// <param name="keys">Where the keys come from.</param>
    /// <param name="trailing">Marks of places that stand after the last block.</param>
    public static List<Block> ReadAll(IEnumerable<XElement> elements, KeyTable keys, out IReadOnlyList<XElement> trailing)
    {
        var blocks = new List<Block>();
        var markers = new List<XElement>();
        foreach (var element in elements)
        {
            if (Names.IsMarker(element))
            {
                markers.Add(element);
            }
            else
            {
                blocks.Add(new Block(element, keys.Of(CanonicalXml.Of(element)), markers));
                markers = [];
            }
        }

        trailing = markers;
        return blocks;
    }

    /// <summary>How much of their words two blocks share, from 0 to 1. Of very long blocks only the beginning counts.</summary>
    public double Likeness(Block other, KeyTable keys)
    {
        var (left, right) = (WordsOf(keys), other.WordsOf(keys));
        if (left.Length + right.Length == 0)
        {
            return 0;
        }

        var (shared, first, second) = (0, 0, 0);
        while (first < left.Length && second < right.Length)
        {
            switch (left[first].CompareTo(right[second]))
            {
                case 0:
                    (shared, first, second) = (shared + 1, first + 1, second + 1);
                    break;
                case < 0:
                    first++;
                    break;
                default:
                    second++;
                    break;
            }
        }

        return 2.0 * shared / (left.Length + right.Length);
    }

    private int[] WordsOf(KeyTable keys) => _words ??= ReadWords(keys);

    private int[] ReadWords(KeyTable keys)
    {
        var words = new List<int>();
        foreach (var text in Element.Descendants(Word.Text))
        {
            for (var rest = text.Value.AsSpan(); !rest.IsEmpty && words.Count < MostWords;)
            {
                var piece = rest[..Words.FirstLength(rest)];
                if (Words.IsWord(piece))
                {
                    words.Add(keys.Of(piece));
                }

                rest = rest[piece.Length..];
            }
        }

        words.Sort();
        return [.. words];
    }
}
