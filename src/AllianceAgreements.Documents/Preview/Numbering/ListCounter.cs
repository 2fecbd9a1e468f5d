namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>Counts the paragraphs of one abstract list, level by level.</summary>
internal sealed class ListCounter
{
    private readonly int?[] _counts = new int?[NumberingList.LevelCount];
    private readonly HashSet<(int Instance, int Level)> _begun = [];

    /// <summary>The counters of all levels down to that of the next paragraph.</summary>
    public int[] Next(NumberingInstance instance, int level)
    {
        var begins = _begun.Add((instance.Id, level)) && instance.StartOverride(level) is not null;
        _counts[level] = begins || _counts[level] is not { } count ? instance.Start(level) : count + 1;

        for (var below = level + 1; below < NumberingList.LevelCount; below++)
        {
            if (level < (instance.List[below].RestartsAfter ?? below))
            {
                _counts[below] = null;
            }
        }

        // A level that nobody has used yet shows where it would begin, without beginning.
        return [.. Enumerable.Range(0, level + 1).Select(above => _counts[above] ?? instance.Start(above))];
    }
}
