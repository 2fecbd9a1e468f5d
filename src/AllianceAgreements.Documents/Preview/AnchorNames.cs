using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Preview;

/// <summary>
/// Gives numbered clauses the ids that pages link to: <c>clause-4-2-a</c>, <c>schedule-1-2</c>, and <c>clause-4-2-a-x2</c>
/// for a second one of the same number. Headings without a number are counted: <c>heading-1</c>.
/// </summary>
internal sealed class AnchorNames
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>The id of a clause, the same every time for the same document; null when its number names nothing.</summary>
    public string? Next(ClauseNumber number)
    {
        var segments = number.Path.Select(Plain).Where(segment => segment.Length > 0).ToArray();
        if (segments.Length == 0)
        {
            return null;
        }

        var name = $"{number.AnchorWord}-{string.Join('-', segments)}";
        var times = _used[name] = _used.GetValueOrDefault(name) + 1;

        // No segment is "x2" by itself: counters are digits, letters of one kind, roman numbers or words.
        return times == 1 ? name : $"{name}-x{times}";
    }

    /// <summary>The id of a place without a number, counted by its kind.</summary>
    public string Next(string landmark) => $"{landmark}-{_used[landmark] = _used.GetValueOrDefault(landmark) + 1}";

    private static string Plain(string counter) =>
        new([.. counter.ToLowerInvariant().Where(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))]);
}
