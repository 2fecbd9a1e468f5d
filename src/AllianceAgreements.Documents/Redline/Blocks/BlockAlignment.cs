using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Blocks;

/// <summary>A block of the redline: of the older document, of the newer one, or of both.</summary>
internal sealed record BlockStep(Block? Before, Block? After)
{
    public Change Change => After is null ? Change.Deleted : Before is null ? Change.Inserted : Change.None;
}

/// <summary>
/// Finds which block of the newer document each of the older one became: first those that are the same, and between these, in order,
/// those that share most words.
/// </summary>
internal static class BlockAlignment
{
    /// <summary>Blocks that share less are taken for different ones.</summary>
    private const double LeastLikeness = 0.4;

    /// <summary>Pairs that are all tried; with more, each block looks only at a few of the other document.</summary>
    private const int MostPairs = 2_500;

    private const int Nearby = 16;

    /// <summary>The blocks in the order of the redline: between what stands in both, first what was deleted, then what was inserted.</summary>
    public static List<BlockStep> Align(List<Block> before, List<Block> after, KeyTable keys)
    {
        var steps = new List<BlockStep>(after.Count);
        var matches = SequenceDiff.Match([.. before.Select(block => block.Key)], [.. after.Select(block => block.Key)]);
        var (fromBefore, fromAfter) = (0, 0);
        for (var index = 0; index <= before.Count; index++)
        {
            if (index == before.Count || matches[index] >= 0)
            {
                var match = index == before.Count ? after.Count : matches[index];
                AlignGap(before[fromBefore..index], after[fromAfter..match], keys, steps);
                if (index < before.Count)
                {
                    steps.Add(new BlockStep(before[index], after[match]));
                }

                (fromBefore, fromAfter) = (index + 1, match + 1);
            }
        }

        return steps;
    }

    private static void AlignGap(List<Block> before, List<Block> after, KeyTable keys, List<BlockStep> steps)
    {
        var (fromBefore, fromAfter) = (0, 0);
        foreach (var (atBefore, atAfter) in FindPairs(before, after, keys).Append((before.Count, after.Count)))
        {
            steps.AddRange(before[fromBefore..atBefore].Select(block => new BlockStep(block, After: null)));
            steps.AddRange(after[fromAfter..atAfter].Select(block => new BlockStep(Before: null, block)));
            if (atBefore < before.Count)
            {
                steps.Add(new BlockStep(before[atBefore], after[atAfter]));
            }

            (fromBefore, fromAfter) = (atBefore + 1, atAfter + 1);
        }
    }

    private static List<(int Before, int After)> FindPairs(List<Block> before, List<Block> after, KeyTable keys) => (before.Count, after.Count) switch
    {
        (0, _) or (_, 0) => [],
        (1, 1) => CanPair(before[0], after[0]) && (IsAlikeInKind(before[0], after[0]) || Score(before[0], after[0], keys) > 0) ? [(0, 0)] : [],
        var (left, right) when (long)left * right <= MostPairs => FindBest(before, after, keys),
        _ => FindNearby(before, after, keys),
    };

    private static List<(int Before, int After)> FindBest(List<Block> before, List<Block> after, KeyTable keys)
    {
        var scores = new double[before.Count, after.Count];
        var best = new double[before.Count + 1, after.Count + 1];
        for (var left = before.Count - 1; left >= 0; left--)
        {
            for (var right = after.Count - 1; right >= 0; right--)
            {
                var score = scores[left, right] = Score(before[left], after[right], keys);
                best[left, right] = Math.Max(
                    Math.Max(best[left + 1, right], best[left, right + 1]), score > 0 ? score + best[left + 1, right + 1] : 0);
            }
        }

        var pairs = new List<(int Before, int After)>();
        for (var (left, right) = (0, 0); left < before.Count && right < after.Count;)
        {
            if (best[left, right] == best[left + 1, right])
            {
                left++;
            }
            else if (best[left, right] == best[left, right + 1])
            {
                right++;
            }
            else
            {
                pairs.Add((left++, right++));
            }
        }

        return pairs;
    }

    private static List<(int Before, int After)> FindNearby(List<Block> before, List<Block> after, KeyTable keys)
    {
        var pairs = new List<(int Before, int After)>();
        var next = 0;
        for (var left = 0; left < before.Count && next < after.Count; left++)
        {
            var (found, most) = (-1, 0.0);
            for (var right = next; right < Math.Min(next + Nearby, after.Count); right++)
            {
                var score = Score(before[left], after[right], keys);
                (found, most) = score > most ? (right, score) : (found, most);
            }

            if (found >= 0)
            {
                pairs.Add((left, found));
                next = found + 1;
            }
        }

        return pairs;
    }

    /// <summary>How well two blocks go together; 0 when they do not.</summary>
    private static double Score(Block before, Block after, KeyTable keys)
    {
        if (!CanPair(before, after))
        {
            return 0;
        }

        var likeness = before.Likeness(after, keys);
        return likeness < LeastLikeness ? 0 : likeness * (IsAlikeInKind(before, after) ? 1 : 0.9);
    }

    /// <summary>Whether the differences of two blocks can be shown inside one.</summary>
    private static bool CanPair(Block before, Block after)
    {
        var (left, right) = (before.Element, after.Element);
        if (left.Name != right.Name)
        {
            return false;
        }

        return left.Name switch
        {
            var name when name == Word.Paragraph => EndsSection(left) == EndsSection(right),
            var name when name == Word.Table => left.Element(Names.Grid)?.Elements().Count() == right.Element(Names.Grid)?.Elements().Count(),
            var name when name == Word.Row => CellsOf(left).SequenceEqual(CellsOf(right), StringComparer.Ordinal),
            _ => Names.IsWrapper(left) && WrapperKey.Of(left) == WrapperKey.Of(right),
        };
    }

    private static bool EndsSection(System.Xml.Linq.XElement paragraph) =>
        paragraph.Element(Word.ParagraphProperties)?.Element(Word.SectionProperties) is not null;

    /// <summary>What is in a row, cell by cell: how many columns each takes.</summary>
    private static IEnumerable<string> CellsOf(System.Xml.Linq.XElement row) => row.Elements()
        .Where(element => !Names.IsProperties(element) && !Names.IsMarker(element))
        .Select(element => element.Name == Word.Cell
            ? Word.ValueOf(element.Element(Names.CellProperties)?.Element(Word.Main + "gridSpan")) ?? "1"
            : WrapperKey.Of(element));

    private static bool IsAlikeInKind(Block before, Block after) => !before.IsParagraph || StyleOf(before) == StyleOf(after);

    private static string? StyleOf(Block paragraph) => Word.ValueOf(paragraph.Element.Element(Word.ParagraphProperties)?.Element(Names.Style));
}
