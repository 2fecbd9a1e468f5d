using AllianceAgreements.Documents.Preview.Formatting;

namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>
/// Numbers the paragraphs of a document that may hold tracked changes: as the newer text has them, and deleted ones as the older text had
/// them. Word counts both together until somebody decides, which gives numbers that stand in neither.
/// </summary>
internal sealed class RevisedNumbering(NumberingDefinitions definitions)
{
    private readonly ClauseNumbering _after = new(definitions);
    private readonly ClauseNumbering _before = new(definitions);
    private readonly List<(ParagraphProperties Direct, ResolvedStyle Style)> _uncounted = [];

    /// <summary>The number of the next paragraph; null when it has none.</summary>
    public ClauseNumber? Next(ParagraphProperties direct, ResolvedStyle style)
    {
        if (!direct.Mark.HasFlag(InlineFormat.Deleted))
        {
            var number = _after.Next(direct, style);
            if (number is not null && !direct.Mark.HasFlag(InlineFormat.Inserted))
            {
                _uncounted.Add((direct, style));
            }

            return number;
        }

        // Most documents hold nothing deleted, so the older text is counted only when it matters.
        foreach (var (earlier, itsStyle) in _uncounted)
        {
            _before.Next(earlier, itsStyle);
        }

        _uncounted.Clear();
        return _before.Next(direct, style);
    }
}
