using System.Xml.Linq;
using AllianceAgreements.Documents.Redline.Lines;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Blocks;

/// <summary>Compares what two containers hold: bodies, cells, notes, content controls.</summary>
internal sealed class BlockComparer(RedlineContext context)
{
    /// <summary>The content of the redline's container.</summary>
    /// <param name="before">That of the older document's, without properties.</param>
    /// <param name="after">That of the newer document's, without properties.</param>
    public List<XElement> Compare(IEnumerable<XElement> before, IEnumerable<XElement> after)
    {
        var blocksBefore = Block.ReadAll(before, context.Keys, out _);
        var blocksAfter = Block.ReadAll(after, context.Keys, out var trailing);
        var content = new List<XElement>();
        foreach (var step in ParagraphStep.Settle(BlockAlignment.Align(blocksBefore, blocksAfter, context.Keys)))
        {
            content.AddRange((step.Step.After ?? step.Step.Before)!.Markers);
            content.AddRange(Write(step));
        }

        content.AddRange(trailing);
        return content;
    }

    private IEnumerable<XElement> Write(ParagraphStep step)
    {
        var ((before, after), change) = (step.Step, step.Step.Change);
        if (change == Change.None && step.Mark == Change.None && before!.Key == after!.Key)
        {
            context.Notes.Pair([before.Element], [after.Element]);
            return [after.Element];
        }

        var block = (after ?? before)!;
        if (block.IsParagraph)
        {
            return [WriteParagraph(step)];
        }

        return change != Change.None ? context.Marker.Block(block.Element, change)
            : block.Element.Name == Word.Table ? [WriteTable(before!.Element, after!.Element)]
            : [WriteWrapper(before!.Element, after!.Element)];
    }

    private XElement WriteParagraph(ParagraphStep step)
    {
        var ((before, after), change) = (step.Step, step.Step.Change);
        var paragraph = new XElement(Word.Paragraph, (after ?? before)!.Element.Attributes(), PropertiesOf(step));
        if (change != Change.None)
        {
            paragraph.Add(context.Marker.Pieces(ContentOf(after ?? before), change));
        }
        else if (before!.Key == after!.Key)
        {
            context.Notes.Pair([before.Element], [after.Element]);
            paragraph.Add(ContentOf(after));
        }
        else
        {
            var writer = new LineWriter(context, paragraph);
            foreach (var piece in LineComparer.Compare(LineReader.Read(before.Element, context.Keys), LineReader.Read(after.Element, context.Keys)))
            {
                writer.Write(piece);
            }
        }

        context.Marker.ParagraphMark(paragraph, step.Mark);
        return paragraph;
    }

    private XElement? PropertiesOf(ParagraphStep step)
    {
        var before = step.PropertiesBefore?.Element.Element(Word.ParagraphProperties);
        var after = step.PropertiesAfter?.Element.Element(Word.ParagraphProperties);
        return step.PropertiesBefore is null ? after
            : step.PropertiesAfter is null ? before
            : context.Properties.MergeParagraph(before, after);
    }

    private static IEnumerable<XElement> ContentOf(Block? paragraph) =>
        paragraph!.Element.Elements().Where(element => element.Name != Word.ParagraphProperties);

    private XElement WriteWrapper(XElement before, XElement after)
    {
        var content = Compare(InsideOf(before), InsideOf(after));
        return after.Name == Word.ContentControl
            ? new XElement(after.Name, after.Attributes(), PropertiesIn(after), new XElement(Word.ContentControlContent, content))
            : new XElement(after.Name, after.Attributes(), PropertiesIn(after), content);
    }

    private XElement WriteTable(XElement before, XElement after)
    {
        var table = new XElement(
            Word.Table,
            after.Attributes(),
            context.Properties.Merge(Names.TableProperties, before.Element(Names.TableProperties), after.Element(Names.TableProperties)),
            context.Properties.MergeGrid(before.Element(Names.Grid), after.Element(Names.Grid)));
        var rows = Block.ReadAll(InsideOf(after), context.Keys, out var trailing);
        foreach (var step in BlockAlignment.Align(Block.ReadAll(InsideOf(before), context.Keys, out _), rows, context.Keys))
        {
            table.Add((step.After ?? step.Before)!.Markers, WriteRow(step));
        }

        table.Add(trailing);
        return table;
    }

    private IReadOnlyList<XElement> WriteRow(BlockStep step)
    {
        var (before, after) = step;
        if (step.Change != Change.None)
        {
            return context.Marker.Row((after ?? before)!.Element, step.Change);
        }

        if (before!.Key == after!.Key)
        {
            context.Notes.Pair([before.Element], [after.Element]);
            return [after.Element];
        }

        return after.Element.Name == Word.Row ? [MergeRow(before.Element, after.Element)] : [WriteRows(before.Element, after.Element)];
    }

    private XElement MergeRow(XElement before, XElement after)
    {
        var row = new XElement(
            Word.Row,
            after.Attributes(),
            after.Element(Word.Main + "tblPrEx"),
            context.Properties.Merge(Names.RowProperties, before.Element(Names.RowProperties), after.Element(Names.RowProperties)));
        using var cellsBefore = InsideOf(before).Where(element => !Names.IsMarker(element)).GetEnumerator();
        foreach (var element in InsideOf(after))
        {
            row.Add(Names.IsMarker(element) || !cellsBefore.MoveNext() ? element : MergeCell(cellsBefore.Current, element));
        }

        return row;
    }

    private XElement MergeCell(XElement before, XElement after) => after.Name == Word.Cell
        ? new XElement(
            Word.Cell,
            after.Attributes(),
            context.Properties.Merge(Names.CellProperties, before.Element(Names.CellProperties), after.Element(Names.CellProperties)),
            Compare(InsideOf(before), InsideOf(after)))
        : new XElement(
            after.Name,
            after.Attributes(),
            PropertiesIn(after),
            Inside(after, InsideOf(before).Zip(InsideOf(after), MergeCell)));

    /// <summary>A content control around rows.</summary>
    private XElement WriteRows(XElement before, XElement after)
    {
        var rows = BlockAlignment.Align(
            Block.ReadAll(InsideOf(before), context.Keys, out _), Block.ReadAll(InsideOf(after), context.Keys, out _), context.Keys);
        return new XElement(after.Name, after.Attributes(), PropertiesIn(after), Inside(after, rows.SelectMany(WriteRow)));
    }

    private static object Inside(XElement wrapper, IEnumerable<XElement> content) =>
        wrapper.Name == Word.ContentControl ? new XElement(Word.ContentControlContent, content) : content;

    private static IEnumerable<XElement> PropertiesIn(XElement element) => element.Elements().Where(Names.IsProperties);

    private static IEnumerable<XElement> InsideOf(XElement element) =>
        (Names.ContentOf(element) ?? element).Elements().Where(child => !Names.IsProperties(child));
}
