using System.Xml.Linq;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates;

/// <summary>The tags that stand around a row of a table, because their pairs are in another cell or row.</summary>
/// <param name="Before">Tags that act before the row.</param>
/// <param name="After">Tags that act after the row.</param>
/// <param name="Vanishes">Whether the row holds nothing else and does not come out.</param>
internal sealed record RowTags(IReadOnlyList<TagElement> Before, IReadOnlyList<TagElement> After, bool Vanishes);

/// <summary>Moves tags that open or close around whole rows from their cells to the rows, as <see cref="RowTags"/> annotations.</summary>
internal sealed class RowTagHoister(ICollection<TemplateFault> faults)
{
    /// <summary>Goes through every table of a part.</summary>
    public void Hoist(XElement root)
    {
        foreach (var row in root.Descendants(Word.Row).ToList())
        {
            HoistRow(row);
        }
    }

    private void HoistRow(XElement row)
    {
        var cells = row.Descendants(Word.Cell).Where(cell => cell.Ancestors(Word.Row).First() == row).ToList();
        var unpaired = cells.ConvertAll(FindUnpaired);
        if (unpaired.TrueForAll(tags => tags.Count == 0))
        {
            return;
        }

        var all = unpaired.SelectMany(tags => tags).ToList();
        if (row.Parent!.Name != Word.Table)
        {
            faults.Add(all[0].Place.Fault("Rows inside a content control cannot be repeated or left out; remove the content control around them."));
        }

        var vanishes = !TagPairs.ArePaired(all) && cells.TrueForAll(HoldsNothingButTags) && all.Count == row.Descendants().OfType<TagElement>().Count();
        if (vanishes)
        {
            row.AddAnnotation(new RowTags(all, [], Vanishes: true));
            return;
        }

        foreach (var tag in all)
        {
            CheckPosition(tag, cells);
        }

        row.AddAnnotation(new RowTags([.. all.Where(tag => tag.Tag is not CloseTag)], [.. all.Where(tag => tag.Tag is CloseTag)], Vanishes: false));
        foreach (var tag in all)
        {
            Take(tag);
        }
    }

    /// <summary>The tags of a cell that do not pair up within it.</summary>
    private static List<TagElement> FindUnpaired(XElement cell)
    {
        var unpaired = new List<TagElement>();
        var open = new Stack<TagElement>();
        foreach (var element in TagsOf(cell))
        {
            switch (element.Tag)
            {
                case OpenTag:
                    open.Push(element);
                    break;
                case CloseTag close when open.TryPeek(out var opening) && ((OpenTag)opening.Tag!).Kind == close.Kind:
                    open.Pop();
                    break;
                case CloseTag:
                case ElseTag when open.Count == 0:
                    unpaired.Add(element);
                    break;
            }
        }

        unpaired.AddRange(open.Reverse());
        return unpaired;
    }

    private static IEnumerable<TagElement> TagsOf(XElement cell) =>
        cell.Descendants().OfType<TagElement>().Where(tag => tag.Ancestors().First(outer => outer.Name == Word.Cell || outer.Name == Word.TextBox) == cell);

    private static bool HoldsNothingButTags(XElement cell) =>
        string.IsNullOrWhiteSpace(string.Concat(cell.Descendants(Word.Text).Select(text => text.Value)))
        && !cell.Descendants(Word.Run).Elements().Any(content => content.Name != Word.Text && content.Name != Word.RunProperties);

    private void CheckPosition(TagElement element, List<XElement> cells)
    {
        var isInPlace = element.Tag is CloseTag
            ? element.Ancestors(Word.Cell).First() == cells[^1] && !HasContent(element, cells[^1], isAfter: true)
            : element.Ancestors(Word.Cell).First() == cells[0] && !HasContent(element, cells[0], isAfter: false);
        if (!isInPlace)
        {
            faults.Add(element.Place.Fault(element.Tag switch
            {
                CloseTag => "No block is open in this cell that it could close; to close around rows it must end the last cell of a row.",
                ElseTag => "It belongs to no #if or #each of this cell; to divide rows it must begin the first cell of a row.",
                _ => "It has no closing tag in this cell; to open around rows it must begin the first cell of a row.",
            }));
        }
    }

    /// <summary>Whether a cell has text or fields on one side of a tag.</summary>
    private static bool HasContent(TagElement tag, XElement cell, bool isAfter)
    {
        var content = cell.Descendants().Where(element => element is TagElement { Tag: FieldTag or ImageTag or RefTag or IncludeTag } || element.Name == Word.Text && !string.IsNullOrWhiteSpace(element.Value));
        return content.Any(element => isAfter ? element.IsAfter(tag) : element.IsBefore(tag));
    }

    /// <summary>Removes a tag and, when nothing else is in it, its paragraph, unless the cell would not end with one any more.</summary>
    private static void Take(TagElement tag)
    {
        var paragraph = tag.Ancestors(Word.Paragraph).First();
        var cell = tag.Ancestors(Word.Cell).First();
        tag.Remove();
        var isEmpty = !paragraph.Elements().Any(child => child is TagElement || child.Name != Word.ParagraphProperties && child.Name != Word.Run)
            && !paragraph.Elements(Word.Run).Elements().Any(content => content.Name != Word.RunProperties && !(content.Name == Word.Text && string.IsNullOrWhiteSpace(content.Value)));
        if (isEmpty && cell.Elements().LastOrDefault(child => child != paragraph)?.Name == Word.Paragraph)
        {
            paragraph.Remove();
        }
    }
}
