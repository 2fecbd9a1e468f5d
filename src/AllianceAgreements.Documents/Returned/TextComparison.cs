using AllianceAgreements.Documents.Redline;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Compares the text of a draft outside its fields with that of the file that came back, by paragraphs.</summary>
internal static class TextComparison
{
    /// <summary>How far ahead the paragraph is looked for that another has become.</summary>
    private const int LookAhead = 12;

    /// <summary>The paragraphs that say something else, in the order of the text.</summary>
    /// <param name="drafted">The paragraphs of the draft.</param>
    /// <param name="returned">The paragraphs of the file that came back.</param>
    /// <param name="keyOf">What must be the same in two paragraphs.</param>
    public static IReadOnlyList<ChangedText> Run(IReadOnlyList<ReadParagraph> drafted, IReadOnlyList<ReadParagraph> returned, Func<ReadParagraph, string> keyOf)
    {
        // Paragraphs without text come and go with every program that saves a file.
        ReadParagraph[] before = [.. drafted.Where(paragraph => keyOf(paragraph).Length > 0)];
        ReadParagraph[] after = [.. returned.Where(paragraph => keyOf(paragraph).Length > 0)];
        var keys = new KeyTable();
        var matches = SequenceDiff.Match(KeysOf(before), KeysOf(after));
        var changes = new List<Pair>();
        var (from, to) = (0, 0);
        foreach (var (index, match) in matches.Append(after.Length).Index().Where(entry => entry.Item >= 0))
        {
            changes.AddRange(CompareStretch(before.AsSpan(from..index), after.AsSpan(to..match)));
            (from, to) = (index + 1, match + 1);
        }

        return [.. changes.Where(change => !IsOnlyFieldsGone(change)).Select(change => new ChangedText((change.Is ?? change.Was)!.Place, change.Was?.Text, change.Is?.Text))];

        int[] KeysOf(ReadParagraph[] paragraphs) => Array.ConvertAll(paragraphs, paragraph => keys.Of($"{paragraph.Part}\u0002{keyOf(paragraph)}"));
    }

    /// <summary>Pairs the paragraphs of a stretch that have most in common.</summary>
    private static List<Pair> CompareStretch(ReadOnlySpan<ReadParagraph> before, ReadOnlySpan<ReadParagraph> after)
    {
        var changes = new List<Pair>();
        var next = 0;
        foreach (var was in before)
        {
            var found = FindHeir(was, after[next..]);
            for (var end = next + Math.Max(found, 0); next < end; next++)
            {
                changes.Add(new Pair(Was: null, after[next]));
            }

            changes.Add(new Pair(was, found < 0 ? null : after[next]));
            next += found < 0 ? 0 : 1;
        }

        foreach (var added in after[next..])
        {
            changes.Add(new Pair(Was: null, added));
        }

        return changes;
    }

    /// <summary>Whether nothing happened but that fields were taken out, which is told of the fields.</summary>
    private static bool IsOnlyFieldsGone(Pair change)
    {
        if (change.Was is not { } was || !was.Tags.Any())
        {
            return false;
        }

        return change.Is is { } now ? HasOnlyLostFields(was, now) : was.OutsideKey.Length == 0;
    }

    private static bool HasOnlyLostFields(ReadParagraph was, ReadParagraph now)
    {
        using var left = now.Tags.GetEnumerator();
        var isLeft = left.MoveNext();
        foreach (var tag in was.Tags)
        {
            isLeft = isLeft && (left.Current != tag || left.MoveNext());
        }

        return !isLeft && was.OutsideKey == now.OutsideKey;
    }

    private static int FindHeir(ReadParagraph was, ReadOnlySpan<ReadParagraph> candidates)
    {
        for (var index = 0; index < Math.Min(candidates.Length, LookAhead); index++)
        {
            if (candidates[index].Part == was.Part && IsHeir(was, candidates[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether one goes on from the other: somebody typed at an end of it, or took fields out of it, or both share half of their words.</summary>
    private static bool IsHeir(ReadParagraph was, ReadParagraph now) =>
        now.Text.StartsWith(was.Text, StringComparison.Ordinal) || now.Text.EndsWith(was.Text, StringComparison.Ordinal) || was.Words.IsAlike(now.Words)
        || (was.Tags.Any() && HasOnlyLostFields(was, now));

    private sealed record Pair(ReadParagraph? Was, ReadParagraph? Is);
}
