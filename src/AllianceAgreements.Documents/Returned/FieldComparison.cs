using AllianceAgreements.Documents.Redline;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Compares the fields of a draft with those of the file that came back.</summary>
internal static class FieldComparison
{
    /// <summary>The places that say something else, in the order of the text; those that are gone last.</summary>
    /// <param name="carried">What the draft says of its fields.</param>
    /// <param name="drafted">The fields as they were filled.</param>
    /// <param name="found">The fields as they are.</param>
    /// <param name="pointers">Finds what they show.</param>
    public static IReadOnlyList<ChangedField> Run(CarriedPart carried, IReadOnlyList<ReadField> drafted, IReadOnlyList<ReadField> found, RequestPointers pointers)
    {
        var heirs = FindHeirs(drafted, found);
        var first = drafted.DistinctBy(field => field.Tag, StringComparer.Ordinal).ToDictionary(field => field.Tag, StringComparer.Ordinal);
        var said = drafted.Select(WithText).ToHashSet(StringComparer.Ordinal);

        // A copy that says what the field said anyway is no change of it.
        var copies = Enumerable.Range(0, found.Count).Except(heirs.Where(heir => heir >= 0))
            .Where(index => first.ContainsKey(found[index].Tag) && !said.Contains(WithText(found[index])))
            .Select(index => (Was: first[found[index].Tag], Heir: index));
        return
        [
            .. drafted.Select((field, index) => (Was: field, Heir: heirs[index])).Concat(copies)
                .Where(change => change.Heir < 0 || found[change.Heir].Said != change.Was.Said)
                .OrderBy(change => change.Heir < 0 ? int.MaxValue : change.Heir)
                .Select(change => Describe(change.Was, change.Heir < 0 ? null : found[change.Heir])),
        ];

        ChangedField Describe(ReadField was, ReadField? now)
        {
            var path = carried.PathOf(was.Tag);
            return new ChangedField(path, pointers.Find(path), was.Text, now?.Text, now is null ? was.Place : now.Place);
        }
    }

    /// <summary>Whether the fields stand in another order than they were drafted in, none being gone and none there twice.</summary>
    public static bool IsReordered(IReadOnlyList<ReadField> drafted, IReadOnlyList<ReadField> found)
    {
        string[] was = [.. drafted.Select(field => field.Tag)];
        string[] now = [.. found.Select(field => field.Tag)];
        return !was.SequenceEqual(now, StringComparer.Ordinal)
            && was.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>
    /// For each field the index of what it has become; -1 when it is gone. First those that say the same in the same order, then between them
    /// those of the same tag, then those that were moved, wherever they are.
    /// </summary>
    private static int[] FindHeirs(IReadOnlyList<ReadField> drafted, IReadOnlyList<ReadField> found)
    {
        var keys = new KeyTable();
        var heirs = SequenceDiff.Match(KeysOf(drafted, WithText), KeysOf(found, WithText));
        var tags = (Before: KeysOf(drafted, field => field.Tag), After: KeysOf(found, field => field.Tag));
        var (from, to) = (0, 0);
        foreach (var (index, heir) in heirs.ToArray().Append(found.Count).Index().Where(entry => entry.Item >= 0))
        {
            foreach (var (offset, match) in SequenceDiff.Match(tags.Before.AsSpan(from..index), tags.After.AsSpan(to..heir)).Index().Where(entry => entry.Item >= 0))
            {
                heirs[from + offset] = to + match;
            }

            (from, to) = (index + 1, heir + 1);
        }

        MatchMoved(heirs, drafted, found, WithText);
        MatchMoved(heirs, drafted, found, field => field.Tag);
        return heirs;

        int[] KeysOf(IReadOnlyList<ReadField> fields, Func<ReadField, string> keyOf) => [.. fields.Select(field => keys.Of(keyOf(field)))];
    }

    private static void MatchMoved(int[] heirs, IReadOnlyList<ReadField> drafted, IReadOnlyList<ReadField> found, Func<ReadField, string> keyOf)
    {
        var taken = heirs.ToHashSet();
        var free = found.Index().Where(entry => !taken.Contains(entry.Index))
            .GroupBy(entry => keyOf(entry.Item), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<int>(group.Select(entry => entry.Index)), StringComparer.Ordinal);
        for (var index = 0; index < heirs.Length; index++)
        {
            if (heirs[index] < 0 && free.GetValueOrDefault(keyOf(drafted[index])) is { Count: > 0 } same)
            {
                heirs[index] = same.Dequeue();
            }
        }
    }

    private static string WithText(ReadField field) => $"{field.Tag}\u0001{field.Said}";
}
