using AllianceAgreements.Documents.Preview.Html;

namespace AllianceAgreements.Documents.Preview.Tables;

/// <summary>Writes a table so that its headings are announced and, on a narrow screen, a wide one scrolls by itself.</summary>
internal static class TableWriter
{
    /// <summary>More columns than this do not fit a telephone.</summary>
    private const int MostColumnsThatFit = 3;

    public static void Write(HtmlWriter html, Table table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        if (table.IsReformatted)
        {
            html.Start(Tag.P).Classes(ClassName.Remark);
            html.Text("The formatting of this table was changed.");
            html.End(Tag.P);
        }

        var scrolls = table.HasLines && table.Rows.Max(row => row.Cells.Sum(cell => cell.Columns)) > MostColumnsThatFit;
        if (scrolls)
        {
            html.Start(Tag.Div).Classes(ClassName.Scroll).FocusableGroup().Label(table.Caption is { Length: > 0 } caption ? caption : "Table");
        }

        html.Start(Tag.Table).Classes(table.HasLines ? ClassName.Grid : ClassName.Plain);
        if (table.IsRightToLeft)
        {
            html.RightToLeft();
        }

        var headers = table.Rows.TakeWhile(row => row.IsHeader).Count();
        WriteGroup(html, Tag.Thead, [.. table.Rows.Take(headers)]);
        WriteGroup(html, Tag.Tbody, [.. table.Rows.Skip(headers)]);
        html.End(Tag.Table);
        if (scrolls)
        {
            html.End(Tag.Div);
        }
    }

    /// <summary>Writes head or body; a merged cell ends with its group, as HTML has it.</summary>
    private static void WriteGroup(HtmlWriter html, Tag group, IReadOnlyList<TableRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        html.Start(group);
        foreach (var (row, cells) in rows.Zip(MergedCells.Join(rows)))
        {
            html.Start(Tag.Tr).Classes(CellChange.ClassesOf(row.Change));
            var change = CellChange.WordsOf(row.Change, "row");
            foreach (var (cell, reach) in cells)
            {
                WriteCell(html, cell, reach, isHeader: group == Tag.Thead && !cell.Content.IsEmpty, change);
                change = "";
            }

            html.End(Tag.Tr);
        }

        html.End(group);
    }

    private static void WriteCell(HtmlWriter html, TableCell cell, int rows, bool isHeader, string change)
    {
        var tag = isHeader ? Tag.Th : Tag.Td;
        html.Start(tag).Classes(CellChange.ClassesOf(cell.Change)).Spans(cell.Columns, rows);
        if (isHeader)
        {
            html.ScopeColumn(cell.Columns);
        }

        if (change + CellChange.WordsOf(cell.Change, "cell") is { Length: > 0 } words)
        {
            html.Say(words);
        }

        html.Append(cell.Content);
        html.End(tag);
    }
}
