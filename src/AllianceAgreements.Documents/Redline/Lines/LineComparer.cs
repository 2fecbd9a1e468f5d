namespace AllianceAgreements.Documents.Redline.Lines;

/// <summary>One step from the older line to the newer one.</summary>
/// <param name="Before">The token of the older line, unless it was inserted.</param>
/// <param name="After">The token of the newer line, unless it was deleted.</param>
internal readonly record struct LineStep(Token? Before, Token? After);

/// <summary>Compares two lines token by token.</summary>
internal static class LineComparer
{
    private const int MostRounds = 8;

    /// <summary>The steps, in order: between what stands in both, first what was deleted, then what was inserted.</summary>
    public static IEnumerable<LineStep> Compare(List<Token> before, List<Token> after)
    {
        var matches = SequenceDiff.Match([.. before.Select(token => token.Key)], [.. after.Select(token => token.Key)]);
        DropIslands(before, after, matches);
        KeepWrappersWhole(before, after, matches);
        matches[^1] = after.Count - 1;

        var next = 0;
        for (var index = 0; index < before.Count;)
        {
            if (matches[index] < 0)
            {
                yield return new LineStep(before[index++], After: null);
                continue;
            }

            for (; next < matches[index]; next++)
            {
                yield return new LineStep(Before: null, after[next]);
            }

            yield return new LineStep(before[index++], after[next++]);
        }
    }

    /// <summary>
    /// Where all that is left between two changes are spaces and punctuation, they change too: a replaced phrase reads better than
    /// one replaced word by word.
    /// </summary>
    private static void DropIslands(List<Token> before, List<Token> after, int[] matches)
    {
        for (var start = 0; start < matches.Length;)
        {
            var end = start + 1;
            if (matches[start] >= 0)
            {
                while (end < matches.Length && matches[end] == matches[end - 1] + 1)
                {
                    end++;
                }

                if (IsReplacedOnBothSides(start, end, matches, after.Count) && before[start..end].TrueForAll(IsNoWord))
                {
                    Array.Fill(matches, -1, start, end - start);
                }
            }

            start = end;
        }

        static bool IsNoWord(Token token) => token.Kind == TokenKind.Text && !Words.IsWord(token.Text);
    }

    private static bool IsReplacedOnBothSides(int start, int end, int[] matches, int count)
    {
        var previous = start - 1;
        while (previous >= 0 && matches[previous] < 0)
        {
            previous--;
        }

        var insertedBefore = matches[start] - (previous < 0 ? -1 : matches[previous]) > 1;
        var next = Array.FindIndex(matches, end, match => match >= 0);
        var insertedAfter = (next < 0 ? count : matches[next]) - matches[end - 1] > 1;
        return start > 0 && matches[start - 1] < 0 && end < matches.Length && matches[end] < 0 && insertedBefore && insertedAfter;
    }

    /// <summary>
    /// A hyperlink or content control stands in both lines with its beginning and its end, or with nothing: else marking the changes
    /// would tear it apart.
    /// </summary>
    private static void KeepWrappersWhole(List<Token> before, List<Token> after, int[] matches)
    {
        var reverse = new int[after.Count];
        for (var round = 0; ; round++)
        {
            Array.Fill(reverse, -1);
            for (var index = 0; index < matches.Length; index++)
            {
                if (matches[index] >= 0)
                {
                    reverse[matches[index]] = index;
                }
            }

            var isWhole = Release(before, matches, index => matches[index] >= 0 && matches[before[index].Partner] == after[matches[index]].Partner, index => matches[index] = -1)
                & Release(after, reverse, index => reverse[index] >= 0 && reverse[after[index].Partner] == before[reverse[index]].Partner, index => matches[reverse[index]] = -1);
            if (isWhole)
            {
                return;
            }

            if (round == MostRounds)
            {
                Array.Fill(matches, -1);
                return;
            }
        }
    }

    /// <summary>Takes everything inside a wrapper that does not stand in both lines out of what does; whether there was nothing to do.</summary>
    private static bool Release(List<Token> tokens, int[] partners, Func<int, bool> isKept, Action<int> release)
    {
        var isWhole = true;
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind != TokenKind.Open || isKept(index))
            {
                continue;
            }

            var end = tokens[index].Partner;
            for (; index <= end; index++)
            {
                if (partners[index] >= 0)
                {
                    isWhole = false;
                    release(index);
                }
            }

            index = end;
        }

        return isWhole;
    }
}
