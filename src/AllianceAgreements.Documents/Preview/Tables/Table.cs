using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Html;

namespace AllianceAgreements.Documents.Preview.Tables;

/// <summary>A table with its cells already written.</summary>
internal sealed record Table
{
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Whether it shows lines; without them it only arranges text.</summary>
    public required bool HasLines { get; init; }

    public required bool IsRightToLeft { get; init; }

    /// <summary>Whether it looks otherwise than before.</summary>
    public required bool IsReformatted { get; init; }

    /// <summary>Its name for assistive technology, if its author gave one.</summary>
    public required string? Caption { get; init; }
}

/// <param name="Cells">Its cells.</param>
/// <param name="IsHeader">Whether it heads the table on every page.</param>
/// <param name="Change">Whether it was inserted or deleted, or looks otherwise than before.</param>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells, bool IsHeader, InlineFormat Change);

/// <param name="Content">Its paragraphs and tables.</param>
/// <param name="Columns">The columns it takes, 1 to 63.</param>
/// <param name="ContinuesAbove">Whether it is one with the cell above it.</param>
/// <param name="Change">Whether it was inserted or deleted, or looks otherwise than before.</param>
internal sealed record TableCell(HtmlFragment Content, int Columns, bool ContinuesAbove, InlineFormat Change)
{
    /// <summary>Columns that a row leaves out.</summary>
    public static TableCell Empty(int columns) => new(default, columns, ContinuesAbove: false, InlineFormat.None);
}
