using System.Xml;
using AllianceAgreements.Documents.Preview.Formatting;

namespace AllianceAgreements.Documents.Preview.Tables;

/// <summary>Reads a table, <c>w:tbl</c> (17.4.37), row by row; merged cells are only known when all rows are.</summary>
internal static class TableReader
{
    /// <summary>Word's own limit.</summary>
    private const int MostColumns = 63;

    public static Table Read(XmlReader reader, PreviewContext context)
    {
        var rows = new List<TableRow>();
        var properties = (StyleId: (string?)null, HasLines: (bool?)null, IsRightToLeft: false, Caption: (string?)null, IsReformatted: false);
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            switch (reader.LocalName)
            {
                case "tr" when reader.IsWord:
                    rows.Add(ReadRow(reader, context));
                    break;
                case "tblStyle":
                    properties.StyleId = reader.Val();
                    break;
                case "tblBorders":
                    properties.HasLines = TableLines.Read(reader);
                    break;
                case "bidiVisual":
                    properties.IsRightToLeft = reader.IsOn();
                    break;
                case "tblCaption":
                    properties.Caption = reader.Val();
                    break;
                case "tblPrChange" or "tblGridChange":
                    properties.IsReformatted = true;
                    reader.SkipContent();
                    break;
                case "sdtPr" or "Fallback":
                    reader.SkipContent();
                    break;
                default:
                    break;
            }
        }

        return new Table
        {
            Rows = rows,
            HasLines = properties.HasLines ?? context.Styles.HasLines(properties.StyleId),
            IsRightToLeft = properties.IsRightToLeft,
            Caption = properties.Caption,
            IsReformatted = properties.IsReformatted,
        };
    }

    private static TableRow ReadRow(XmlReader reader, PreviewContext context)
    {
        var cells = new List<TableCell>();
        var (isHeader, after, change) = (false, 0, InlineFormat.None);
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            switch (reader.LocalName)
            {
                case "tc" when reader.IsWord:
                    cells.Add(ReadCell(reader, context));
                    break;
                case "tblHeader":
                    isHeader = reader.IsOn();
                    break;
                case "gridBefore" when reader.Integer("val", 0, MostColumns) is { } before and > 0:
                    cells.Add(TableCell.Empty(before));
                    break;
                case "gridAfter":
                    after = reader.Integer("val", 0, MostColumns) ?? 0;
                    break;
                case "ins" or "del":
                    change |= reader.LocalName == "ins" ? InlineFormat.Inserted : InlineFormat.Deleted;
                    break;
                case "trPrChange":
                    change |= InlineFormat.Reformatted;
                    reader.SkipContent();
                    break;
                case "tblPrEx" or "sdtPr" or "Fallback":
                    reader.SkipContent();
                    break;
                default:
                    break;
            }
        }

        if (after > 0)
        {
            cells.Add(TableCell.Empty(after));
        }

        return new TableRow(cells, isHeader, change);
    }

    private static TableCell ReadCell(XmlReader reader, PreviewContext context)
    {
        var html = context.Rent();
        var (columns, continuesAbove, change) = (1, false, InlineFormat.None);
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            switch (reader.LocalName)
            {
                case "gridSpan":
                    columns = reader.Integer("val", 1, MostColumns) ?? 1;
                    break;
                case "vMerge":
                    continuesAbove = reader.Val() is not "restart";
                    break;
                case "cellIns" or "cellDel":
                    change |= reader.LocalName == "cellIns" ? InlineFormat.Inserted : InlineFormat.Deleted;
                    break;
                case "tcPrChange" or "cellMerge":
                    change |= InlineFormat.Reformatted;
                    reader.SkipContent();
                    break;
                default:
                    BlockReader.ReadOne(reader, html, context);
                    break;
            }
        }

        var cell = new TableCell(html.ToFragment(), columns, continuesAbove, change);
        context.Return(html);
        return cell;
    }
}
