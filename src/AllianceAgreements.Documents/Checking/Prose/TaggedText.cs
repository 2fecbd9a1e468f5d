using System.Text.RegularExpressions;
using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Checking.Prose;

/// <summary>Splits the text of a paragraph at its tags, however Word has split the tags over runs.</summary>
internal static partial class TaggedText
{
    /// <summary>Stands in prose for a value that only an agreement has.</summary>
    public const char Value = '\uFFFC';

    /// <summary>The pieces in order: either a tag or a text of one character style.</summary>
    public static IEnumerable<(Tag? Tag, StyledText Text)> Split(IReadOnlyList<StyledText> runs)
    {
        var text = string.Concat(runs.Select(run => run.Text));
        var position = 0;
        foreach (var match in Tags().Matches(text).Select(match => (Start: match.Index, match.Length)))
        {
            foreach (var piece in Slice(runs, position, match.Start))
            {
                yield return (null, piece);
            }

            if (Parse(text.Substring(match.Start + 2, match.Length - 4)) is { } tag)
            {
                yield return (tag, Slice(runs, match.Start, match.Start + 1).First());
            }

            position = match.Start + match.Length;
        }

        foreach (var piece in Slice(runs, position, text.Length))
        {
            yield return (null, piece);
        }
    }

    /// <summary>What is written between two positions, neighbours of the same style in one.</summary>
    private static List<StyledText> Slice(IReadOnlyList<StyledText> runs, int start, int end)
    {
        var pieces = new List<StyledText>();
        var at = 0;
        foreach (var run in runs)
        {
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, run.Text.Length));
            if (from < to)
            {
                pieces.Add(run with { Text = run.Text[from..to] });
            }

            at += run.Text.Length;
        }

        return pieces;
    }

    private static Tag? Parse(string source)
    {
        try
        {
            return TagParser.Parse(source);
        }
        catch (FormatException)
        {
            // Reported where the template is compiled; a block is still one.
            return TagParser.Recover(source);
        }
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
