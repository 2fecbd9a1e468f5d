using System.Text.RegularExpressions;

namespace AllianceAgreements.Documents.Checking.Prose;

/// <summary>References by heading: the Article headed “Termination”.</summary>
internal static partial class HeadingReferences
{
    /// <summary>The headings that a text refers to, and whether each is that of a clause within an article.</summary>
    public static IEnumerable<(string Heading, bool IsClause)> Find(string text) =>
        Reference().Matches(text).SelectMany(reference => Quoted().Matches(reference.Groups["headings"].Value)
            .Select(heading => (heading.Groups["heading"].Value, IsClause: reference.Groups["kind"].Value[0] == 'c')));

    /// <summary>The references to headings that no paragraph has, each with the paragraph it stands in.</summary>
    /// <param name="paragraphs">The whole agreement.</param>
    public static IEnumerable<(string Heading, bool IsClause, int Paragraph)> FindMissing(IReadOnlyList<ProseParagraph> paragraphs)
    {
        var headings = paragraphs.Where(paragraph => paragraph.IsHeading).Select(paragraph => paragraph.Text).ToHashSet(StringComparer.Ordinal);
        var titles = paragraphs.Select(paragraph => paragraph.Title).ToHashSet(StringComparer.Ordinal);
        return paragraphs.SelectMany((paragraph, index) => Find(paragraph.Text)
            .Where(reference => !(reference.IsClause ? titles : headings).Contains(reference.Heading))
            .Select(reference => (reference.Heading, reference.IsClause, index)));
    }

    [GeneratedRegex("(?<kind>Articles?|Schedules?|clauses?) headed (?<headings>“[^”]+”(,? (and |or )?“[^”]+”)*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex("“(?<heading>[^”]+)”", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
