namespace AllianceAgreements.Documents.Preview.Tables;

/// <summary>Joins cells that Word merges downwards (17.4.84) into one cell with a reach.</summary>
internal static class MergedCells
{
    /// <summary>The cells to write of each row, with the rows each one takes.</summary>
    public static IEnumerable<IEnumerable<(TableCell Cell, int Rows)>> Join(IReadOnlyList<TableRow> rows)
    {
        var joined = new List<List<Reach>>(rows.Count);
        var open = new Dictionary<int, Reach>();
        foreach (var row in rows)
        {
            var (written, next) = (new List<Reach>(row.Cells.Count), new Dictionary<int, Reach>());
            var column = 0;
            foreach (var cell in row.Cells)
            {
                // Cells merge only when they begin at the same column and are equally wide.
                if (cell.ContinuesAbove && open.TryGetValue(column, out var above) && above.Cell.Columns == cell.Columns)
                {
                    above.Rows++;
                    next[column] = above;
                }
                else
                {
                    written.Add(next[column] = new Reach(cell));
                }

                column += cell.Columns;
            }

            joined.Add(written);
            open = next;
        }

        return joined.Select(row => row.Select(reach => (reach.Cell, reach.Rows)));
    }

    private sealed class Reach(TableCell cell)
    {
        public TableCell Cell { get; } = cell;

        public int Rows { get; set; } = 1;
    }
}
