using System.Text.RegularExpressions;

namespace AllianceAgreements.Documents.Returned;

/// <summary>
/// Finds results of Word fields that somebody typed. Word shows a result as it was saved until the field is updated, which some programs never do:
/// so a result may be the one that was sent out, or the one that the returned file gives.
/// </summary>
internal static partial class ResultCheck
{
    /// <summary>Marks the results of the file that came back that are neither.</summary>
    public static void Run(ReadDocument drafted, ReadDocument returned)
    {
        var sent = drafted.Paragraphs.SelectMany(paragraph => paragraph.Results).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        HashSet<string>? lines = null;
        foreach (var result in returned.Paragraphs.SelectMany(paragraph => paragraph.Results).Where(result => !sent.Contains(KeyOf(result))))
        {
            var said = result.Said;
            result.IsExpected = result.Instruction.Keyword switch
            {
                "REF" => result.Instruction.Bookmark is { } bookmark && returned.Bookmarks.Show(bookmark, result.Instruction.Shows) is { } shown && WithoutSpaces(shown) == said,
                "TOC" => said.Length == 0 || (lines ??= LinesOf(returned)) is var all && (all.Contains(said) || all.Contains(PageNumberAtEnd().Replace(said, ""))),
                _ => PageNumber().IsMatch(said),
            };
        }
    }

    /// <summary>What a contents page can show of each paragraph: its text, with its number and without.</summary>
    private static HashSet<string> LinesOf(ReadDocument document) => document.Paragraphs.Where(paragraph => !paragraph.Results.Any(result => result.Instruction.Keyword is "TOC"))
        .SelectMany(paragraph => new[] { WithoutSpaces(paragraph.Text), WithoutSpaces(paragraph.Number + paragraph.Text) })
        .ToHashSet(StringComparer.Ordinal);

    private static string KeyOf(ReadResult result) => $"{result.Instruction.Key}\u0003{result.Said}";

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex(@"\A-?([0-9]{0,6}|[ivxlcdm]{1,12}|[IVXLCDM]{1,12})-?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"([0-9]{1,6}|[ivxlcdm]{1,12})\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumberAtEnd();
}
