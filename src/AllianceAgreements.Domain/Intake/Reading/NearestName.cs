namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>Finds what somebody who mistyped a name probably meant.</summary>
public static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The nearest known name, ignoring case, or null when none is near: at most a third of the name differs.</summary>
    /// <param name="given">What was written; nothing is near a name of more than 64 characters.</param>
    /// <param name="known">The names that would have been right.</param>
    public static string? Of(string given, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(known);
        if (given.Length > LongestCompared)
        {
            return null;
        }

        var nearest = known.Select(name => (Name: name, Distance: Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, nearest.Name.Length / 3) ? nearest.Name : null;
    }

    /// <summary>Levenshtein distance: insertions, deletions and substitutions that turn one text into the other.</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(substitution, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
