using System.Text.RegularExpressions;

namespace AllianceAgreements.Documents.Checking.Prose;

/// <summary>References to a clause by a number that somebody typed ("Section 4.2"), which no edit of the clauses before it corrects.</summary>
internal static partial class TypedReferences
{
    /// <summary>Such references of a text; not those to sections of a law ("Section 8 of the Clayton Act").</summary>
    public static IEnumerable<string> Find(string text) => Number().Matches(text)
        .Where(match => !IsOfAnother(text.AsSpan(match.Index + match.Length)))
        .Select(match => match.Value);

    private static bool IsOfAnother(ReadOnlySpan<char> rest) =>
        rest.StartsWith(" of ", StringComparison.Ordinal)
        && !rest.StartsWith(" of this ", StringComparison.Ordinal)
        && !rest.StartsWith(" of Schedule ", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(Article|Section|Schedule|paragraph)s? [0-9]+(\.[0-9]+)*(\([a-z0-9]+\))*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
