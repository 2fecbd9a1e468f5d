using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Checking.Prose;

/// <summary>
/// Reads a template with its clauses as every agreement of a form could read at most: all branches, but those for other forms.
/// </summary>
/// <param name="find">A clause file by its name; null when there is none that can be read.</param>
/// <param name="form">The form; null when it is not known, and all branches count.</param>
internal sealed class FormReading(Func<string, CheckedFile?> find, string? form)
{
    private readonly List<(ProseParagraph Prose, CheckedParagraph Source)> _paragraphs = [];
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);

    /// <summary>The paragraphs in the order of an agreement.</summary>
    public IReadOnlyList<(ProseParagraph Prose, CheckedParagraph Source)> Paragraphs => _paragraphs;

    /// <summary>The files that were read.</summary>
    public IReadOnlySet<string> Files => _included;

    /// <summary>Reads a file, and each clause where it is first included.</summary>
    public FormReading Read(CheckedFile file)
    {
        _included.Add(file.Name);
        var branches = new Branches(form);
        foreach (var paragraph in file.Paragraphs.Where(paragraph => paragraph.Index is not null))
        {
            ReadParagraph(paragraph, branches);
        }

        return this;
    }

    private void ReadParagraph(CheckedParagraph paragraph, Branches branches)
    {
        var runs = new List<StyledText>();
        var includes = new List<string>();
        foreach (var (tag, text) in TaggedText.Split(paragraph.Runs))
        {
            switch (tag)
            {
                case null when branches.IsPossible:
                    runs.Add(text);
                    break;
                case IncludeTag include when branches.IsPossible:
                    includes.Add($"{include.Name}.docx");
                    break;
                case not (null or IncludeTag or ControlTag) when branches.IsPossible:
                    runs.Add(text with { Text = TaggedText.Value.ToString() });
                    break;
                case not null:
                    branches.Pass(tag);
                    break;
            }
        }

        if (runs.Count > 0)
        {
            _paragraphs.Add((ProseOf(paragraph, Join(runs)), paragraph));
        }

        foreach (var clause in includes.Where(name => !_included.Contains(name)).Select(find).OfType<CheckedFile>())
        {
            Read(clause);
        }
    }

    private static ProseParagraph ProseOf(CheckedParagraph paragraph, List<StyledText> runs) => new(
        Plain(string.Concat(runs.Select(run => run.Text))),
        HouseStyle.IsHeading(paragraph.StyleId),
        Plain(string.Concat(runs.Where(run => run.StyleId is HouseStyle.ClauseTitle).Select(run => run.Text))).TrimEnd('.', ' '),
        [.. runs.Where(run => run.StyleId is HouseStyle.DefinedTerm).Select(run => Plain(run.Text)).Where(term => !term.Contains(TaggedText.Value, StringComparison.Ordinal))]);

    /// <summary>Word splits what looks alike where nobody sees a reason, even a term being defined.</summary>
    private static List<StyledText> Join(List<StyledText> runs)
    {
        var joined = new List<StyledText>();
        foreach (var run in runs)
        {
            if (joined.Count > 0 && string.Equals(joined[^1].StyleId, run.StyleId, StringComparison.Ordinal))
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
