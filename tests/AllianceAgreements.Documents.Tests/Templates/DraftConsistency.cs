using System.Globalization;
using System.Text.RegularExpressions;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Whether the parts of an agreement that speak of other parts speak of what is there.</summary>
internal static partial class DraftConsistency
{
    /// <summary>The contents page that fits the headings: "Article 1", a tab, the heading; then the schedules.</summary>
    public static IReadOnlyList<string> ExpectedContents(DraftText draft) =>
        [.. Numbered("Article", draft, "Heading1"), .. Numbered("Schedule", draft, "ScheduleHeading")];

    /// <summary>The contents page as it stands.</summary>
    public static IReadOnlyList<string> Contents(DraftText draft) =>
        [.. draft.Paragraphs.Where(paragraph => paragraph.Style == "TOC1").Select(paragraph => paragraph.Text)];

    /// <summary>Every heading that is referred to ("the Articles headed “A” and “B”"), each as often as it is.</summary>
    public static IReadOnlyList<(string Kind, string Heading)> References(DraftText draft) =>
    [
        .. draft.Paragraphs.SelectMany(paragraph => Reference().Matches(paragraph.Text))
            .SelectMany(reference => Heading().Matches(reference.Groups["headings"].Value).Select(heading => (reference.Groups["kind"].Value, heading.Groups["heading"].Value))),
    ];

    /// <summary>Those that lead nowhere.</summary>
    public static IReadOnlyList<(string Kind, string Heading)> BrokenReferences(DraftText draft)
    {
        var headings = draft.Headings.Select(heading => heading.Text).ToHashSet(StringComparer.Ordinal);
        var clauses = draft.Paragraphs.Select(paragraph => paragraph.Title).ToHashSet(StringComparer.Ordinal);
        return [.. References(draft).Where(reference => !(reference.Kind == "clause" ? clauses : headings).Contains(reference.Heading))];
    }

    private static IEnumerable<string> Numbered(string kind, DraftText draft, string style) =>
        draft.Headings.Where(heading => heading.Style == style)
            .Select((heading, index) => string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}\t{heading.Text}"));

    [GeneratedRegex("(?<kind>Article|Schedule|clause)s? headed (?<headings>“[^”]+”((,| and|, and| or|, or) “[^”]+”)*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("“(?<heading>[^”]+)”", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
