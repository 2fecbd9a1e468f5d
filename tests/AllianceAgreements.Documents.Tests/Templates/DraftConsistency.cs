using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

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

    /// <summary>Every clause that the text refers to ("Section 4.2 (Quorum)"), each as often as it is.</summary>
    public static IReadOnlyList<DraftReference> References(DraftText draft)
    {
        var (references, schedule) = (new List<DraftReference>(), 0);
        foreach (var paragraph in draft.Paragraphs.Where(paragraph => paragraph.Style != "TOC1"))
        {
            schedule += paragraph.Style == "ScheduleHeading" ? 1 : 0;
            references.AddRange(Reference().Matches(paragraph.Text).Where(match => !IsOfAnotherText(match, paragraph.Text)).Select(match => new DraftReference(
                match.Groups["word"].Value,
                match.Groups["number"].Value,
                match.Groups["heading"] is { Success: true, Value: var heading } ? heading : null,
                ScheduleOf(match, schedule))));
        }

        return references;
    }

    /// <summary>Those to a number that no clause has, or that give it the heading of another.</summary>
    public static IReadOnlyList<DraftReference> BrokenReferences(DraftText draft)
    {
        var numbers = DraftNumbers.Of(draft).OfType<DraftNumber>().ToDictionary(number => (number.Word, number.Number, number.Schedule));
        return
        [
            .. References(draft).Where(reference =>
                !numbers.TryGetValue((reference.Word, reference.Number, reference.Schedule), out var number)
                || !(reference.Heading ?? number.Heading).Equals(number.Heading, StringComparison.Ordinal)),
        ];
    }

    /// <summary>A paragraph is one of the schedule that is named with it, or else of the one it is referred to in.</summary>
    private static int? ScheduleOf(Match reference, int around) => reference.Groups["word"].Value != "paragraph" ? null
        : reference.Groups["schedule"] is { Success: true, Value: var named } ? int.Parse(named, CultureInfo.InvariantCulture)
        : around;

    /// <summary>"Article 35 of Regulation (EU) 2016/679"</summary>
    private static bool IsOfAnotherText(Match reference, string text) =>
        !reference.Groups["heading"].Success && text.AsSpan(reference.Index + reference.Length).StartsWith(" of ", StringComparison.Ordinal);

    /// <summary>The paragraphs with double braces that no value brought along, since values stand in content controls.</summary>
    public static IReadOnlyList<string> TagsOutsideFields(byte[] draft)
    {
        var document = new XElement(new Filled(draft).Document);
        document.Descendants(Word.ContentControl).Remove();
        return [.. document.Descendants(Word.Paragraph).Select(Filled.TextOf).Where(text => text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Numbered(string kind, DraftText draft, string style) =>
        draft.Headings.Where(heading => heading.Style == style)
            .Select((heading, index) => string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}\t{heading.Text}"));

    [GeneratedRegex(@"\b(?<word>Article|Section|Schedule|paragraph) (?<number>\d+(\.\d+)?(\([a-z]+\))?)( \((?<heading>[^()]+)\))?( of Schedule (?<schedule>\d+))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}

/// <summary>A reference as it reads.</summary>
/// <param name="Word">What it calls the clause ("Section").</param>
/// <param name="Number">The number it gives.</param>
/// <param name="Heading">The heading it gives; null when it gives none.</param>
/// <param name="Schedule">The schedule that a paragraph is of.</param>
internal sealed record DraftReference(string Word, string Number, string? Heading, int? Schedule);
