using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AllianceAgreements.Documents.Redline;

/// <summary>
/// Finds what two sequences have in common, in order: what is unique in both anchors the rest (patience diff), and between anchors
/// the shortest script is looked for as far as a bound on the work allows. Libraries for this have no such bound and are quadratic on
/// texts that share nothing, which anybody can hand in.
/// </summary>
internal static class SequenceDiff
{
    private const int DeepestNesting = 24;

    /// <summary>For each item of the older sequence the index of the newer one's that it is, ascending; -1 for those that are gone.</summary>
    public static int[] Match(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var matches = new int[before.Length];
        Array.Fill(matches, -1);
        Match(before, after, 0, matches, 0);
        return matches;
    }

    private static void Match(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int offset, Span<int> matches, int depth)
    {
        var start = before.CommonPrefixLength(after);
        for (var index = 0; index < start; index++)
        {
            matches[index] = offset + index;
        }

        before = before[start..];
        after = after[start..];
        matches = matches[start..];
        offset += start;
        while (!before.IsEmpty && !after.IsEmpty && before[^1] == after[^1])
        {
            matches[before.Length - 1] = offset + after.Length - 1;
            before = before[..^1];
            after = after[..^1];
        }

        if (before.IsEmpty || after.IsEmpty)
        {
            return;
        }

        var anchors = depth < DeepestNesting ? FindAnchors(before, after) : [];
        if (anchors.Count == 0)
        {
            ShortestScript.Match(before, after, offset, matches);
            return;
        }

        var (fromBefore, fromAfter) = (0, 0);
        foreach (var (atBefore, atAfter) in anchors.Append((before.Length, after.Length)))
        {
            Match(before[fromBefore..atBefore], after[fromAfter..atAfter], offset + fromAfter, matches[fromBefore..atBefore], depth + 1);
            if (atBefore < before.Length)
            {
                matches[atBefore] = offset + atAfter;
            }

            (fromBefore, fromAfter) = (atBefore + 1, atAfter + 1);
        }
    }

    /// <summary>The longest ascending row of items that stand exactly once in both.</summary>
    private static List<(int Before, int After)> FindAnchors(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var places = new Dictionary<int, Place>(before.Length);
        for (var index = 0; index < before.Length; index++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, before[index], out _);
            place = place with { Before = index, TimesBefore = place.TimesBefore + 1 };
        }

        for (var index = 0; index < after.Length; index++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(places, after[index]);
            if (!Unsafe.IsNullRef(ref place))
            {
                place = place with { After = index, TimesAfter = place.TimesAfter + 1 };
            }
        }

        var unique = new List<(int Before, int After)>();
        foreach (var item in before)
        {
            if (places[item] is { TimesBefore: 1, TimesAfter: 1 } place)
            {
                unique.Add((place.Before, place.After));
            }
        }

        return LongestAscending(unique);
    }

    private static List<(int Before, int After)> LongestAscending(List<(int Before, int After)> pairs)
    {
        var ends = new List<int>();
        var previous = new int[pairs.Count];
        for (var index = 0; index < pairs.Count; index++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[ends[middle]].After < pairs[index].After ? (middle + 1, high) : (low, middle);
            }

            previous[index] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(index);
            }
            else
            {
                ends[low] = index;
            }
        }

        var longest = new List<(int Before, int After)>(ends.Count);
        for (var index = ends.Count == 0 ? -1 : ends[^1]; index >= 0; index = previous[index])
        {
            longest.Add(pairs[index]);
        }

        longest.Reverse();
        return longest;
    }

    private readonly record struct Place(int Before, int TimesBefore, int After, int TimesAfter);
}
