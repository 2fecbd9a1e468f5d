using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>Marks blocks and pieces of a line as inserted or deleted, with everything inside.</summary>
internal sealed class WholeMarker(RevisionMarks marks)
{
    /// <summary>A copy of a block, marked: a paragraph with its mark, a table row by row, a content control with its content.</summary>
    public IReadOnlyList<XElement> Block(XElement block, Change change)
    {
        var root = new XElement("root", block);
        MarkBlock(root.Elements().Single(), change);
        return Take(root);
    }

    /// <summary>Copies of what stands in a line, marked.</summary>
    public IReadOnlyList<XElement> Pieces(IEnumerable<XElement> pieces, Change change)
    {
        var root = new XElement("root", pieces);
        if (change != Change.None)
        {
            Inline(root, change);
        }

        return Take(root);
    }

    /// <summary>Marks the mark of a paragraph, which joins it to the next one when it goes (17.13.5.15, 17.13.5.20).</summary>
    public void ParagraphMark(XElement paragraph, Change change)
    {
        if (change == Change.None)
        {
            return;
        }

        var properties = paragraph.Element(Word.ParagraphProperties);
        if (properties is null)
        {
            paragraph.AddFirst(properties = new XElement(Word.ParagraphProperties));
        }

        var format = properties.Element(Word.RunProperties);
        if (format is null)
        {
            format = new XElement(Word.RunProperties);
            var next = properties.Elements().FirstOrDefault(element => element.Name.LocalName is "sectPr" or "pPrChange");
            if (next is null)
            {
                properties.Add(format);
            }
            else
            {
                next.AddBeforeSelf(format);
            }
        }

        format.AddFirst(marks.Create(change));
    }

    /// <summary>Marks what stands in a line.</summary>
    public void Inline(XElement parent, Change change)
    {
        XElement? open = null;
        foreach (var child in parent.Elements().ToList())
        {
            if (Names.IsProperties(child))
            {
                continue;
            }

            if (IsTracked(child))
            {
                open = Into(open, child, change);
                continue;
            }

            open = null;
            if (Names.IsWrapper(child))
            {
                Inline(Names.ContentOf(child) ?? child, change);
                if (child.Name == Word.ContentControl)
                {
                    marks.MarkControl(child, change);
                }
            }
        }
    }

    /// <summary>A copy of one row, or of a content control around rows, marked with its cells.</summary>
    public IReadOnlyList<XElement> Row(XElement row, Change change)
    {
        var root = new XElement("root", row);
        MarkRow(root.Elements().Single(), change);
        return Take(root);
    }

    private void MarkRow(XElement row, Change change)
    {
        if (row.Name != Word.Row)
        {
            Nested(row, change);
            return;
        }

        var properties = row.Element(Names.RowProperties);
        if (properties is null)
        {
            properties = new XElement(Names.RowProperties);
            if (row.Element(Word.Main + "tblPrEx") is { } exceptions)
            {
                exceptions.AddAfterSelf(properties);
            }
            else
            {
                row.AddFirst(properties);
            }
        }

        properties.Add(marks.Create(change));
        foreach (var cell in row.Elements().ToList())
        {
            Nested(cell, change);
        }
    }

    /// <summary>A run as it stands in deleted text.</summary>
    public static void Delete(XElement run)
    {
        foreach (var child in run.Elements())
        {
            if (child.Name == Word.Text)
            {
                child.Name = Names.DeletedText;
            }
            else if (child.Name == Word.FieldCode)
            {
                child.Name = Names.DeletedCode;
            }
        }
    }

    private static List<XElement> Take(XElement root)
    {
        var elements = root.Elements().ToList();
        root.RemoveNodes();
        return elements;
    }

    private static bool IsTracked(XElement element) => element.Name == Word.Run || element.Name.LocalName is "oMath" or "oMathPara";

    private XElement Into(XElement? open, XElement child, Change change)
    {
        if (open is null)
        {
            open = marks.Create(change);
            child.AddBeforeSelf(open);
        }

        child.Remove();
        open.Add(child);
        if (change == Change.Deleted && child.Name == Word.Run)
        {
            Delete(child);
        }

        return open;
    }

    private void MarkBlock(XElement block, Change change)
    {
        if (block.Name == Word.Paragraph)
        {
            Inline(block, change);
            ParagraphMark(block, change);
        }
        else if (block.Name == Word.Table)
        {
            foreach (var row in block.Elements().Where(element => !Names.IsProperties(element)).ToList())
            {
                MarkRow(row, change);
            }
        }
        else
        {
            Nested(block, change);
        }
    }

    /// <summary>Marks what is inside a cell or a content control around blocks, rows or cells.</summary>
    private void Nested(XElement element, Change change)
    {
        if (element.Name == Word.Cell || Names.IsWrapper(element))
        {
            foreach (var child in (Names.ContentOf(element) ?? element).Elements().Where(child => !Names.IsProperties(child)).ToList())
            {
                if (child.Name == Word.Row)
                {
                    MarkRow(child, change);
                }
                else
                {
                    MarkBlock(child, change);
                }
            }

            if (element.Name == Word.ContentControl)
            {
                marks.MarkControl(element, change);
            }
        }
    }
}
