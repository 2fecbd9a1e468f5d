namespace AllianceAgreements.Documents.Redline;

/// <summary>
/// The shortest edit script of two sequences (E. W. Myers, "An O(ND) difference algorithm and its variations", 1986), given up where
/// the sequences differ in too much; then what stands nearby is matched in one pass.
/// </summary>
internal static class ShortestScript
{
    /// <summary>Steps that one search may take; a few milliseconds.</summary>
    private const int MostSteps = 2_000_000;

    private const int MostEdits = 1_000;

    /// <summary>How far ahead the single pass looks.</summary>
    private const int Nearby = 64;

    public static void Match(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int offset, Span<int> matches)
    {
        var length = before.Length + after.Length;
        var edits = Math.Min(length, Math.Clamp(MostSteps / length, 16, MostEdits));
        if (!TryMatch(before, after, offset, matches, edits))
        {
            MatchNearby(before, after, offset, matches);
        }
    }

    private static bool TryMatch(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int offset, Span<int> matches, int mostEdits)
    {
        // How far the best path of each diagonal has come; the diagonals of step n are -n to n.
        var reach = new int[(2 * mostEdits) + 3];
        var origin = mostEdits + 1;
        var trace = new List<int[]>();
        for (var edits = 0; edits <= mostEdits; edits++)
        {
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var inserts = diagonal == -edits || (diagonal != edits && reach[origin + diagonal - 1] < reach[origin + diagonal + 1]);
                var x = inserts ? reach[origin + diagonal + 1] : reach[origin + diagonal - 1] + 1;
                var y = x - diagonal;
                if (x <= before.Length && y <= after.Length)
                {
                    x += before[x..].CommonPrefixLength(after[y..]);
                }

                reach[origin + diagonal] = x;
                if (x >= before.Length && x - diagonal >= after.Length)
                {
                    WalkBack(before.Length, after.Length, offset, matches, trace);
                    return true;
                }
            }

            trace.Add(reach[(origin - edits)..(origin + edits + 1)]);
        }

        return false;
    }

    private static void WalkBack(int x, int y, int offset, Span<int> matches, List<int[]> trace)
    {
        for (var edits = trace.Count; edits > 0; edits--)
        {
            // The step before reached the diagonals -(edits - 1) to edits - 1.
            var reach = trace[edits - 1];
            var diagonal = x - y;
            var inserts = diagonal == -edits || (diagonal != edits && At(diagonal - 1) < At(diagonal + 1));
            var from = inserts ? diagonal + 1 : diagonal - 1;
            var (fromX, fromY) = (At(from), At(from) - from);
            var (startX, startY) = inserts ? (fromX, fromY + 1) : (fromX + 1, fromY);
            Run(ref x, ref y, startX, startY, matches);
            (x, y) = (fromX, fromY);

            int At(int diagonal) => Math.Abs(diagonal) < edits ? reach[diagonal + edits - 1] : -1;
        }

        Run(ref x, ref y, 0, 0, matches);

        void Run(ref int x, ref int y, int startX, int startY, Span<int> matches)
        {
            while (x > startX && y > startY)
            {
                matches[--x] = offset + --y;
            }
        }
    }

    private static void MatchNearby(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int offset, Span<int> matches)
    {
        var next = 0;
        for (var index = 0; index < before.Length && next < after.Length; index++)
        {
            var found = after.Slice(next, Math.Min(Nearby, after.Length - next)).IndexOf(before[index]);
            if (found >= 0)
            {
                matches[index] = offset + next + found;
                next += found + 1;
            }
        }
    }
}
