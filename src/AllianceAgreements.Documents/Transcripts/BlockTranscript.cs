using System.Xml.Linq;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>The paragraphs and tables of a file, a paragraph or a row of a table on a line.</summary>
internal sealed class BlockTranscript(OpenedDocument document)
{
    private readonly ClauseNumbering _numbering = document.CreateNumbering();
    private readonly FieldTranscript _fields = new();

    public NoteList Footnotes { get; } = new(NoteKind.Footnote);

    public NoteList Endnotes { get; } = new(NoteKind.Endnote);

    /// <summary>The lines of the blocks inside an element.</summary>
    public List<string> Read(XElement container)
    {
        var lines = new List<string>();
        foreach (var child in container.Elements())
        {
            ReadBlock(child, lines);
        }

        return lines;
    }

    private void ReadBlock(XElement element, List<string> lines)
    {
        switch (element.Name.LocalName)
        {
            case "p" when element.IsWord:
                ReadParagraph(element, lines);
                break;
            case "tbl" when element.IsWord:
                lines.AddRange(element.Descendants().Where(row => IsRowOf(element, row)).Select(ReadRow));
                break;
            case "sdtPr" or "sectPr" or "Fallback":
                break;
            default:
                lines.AddRange(Read(element));
                break;
        }
    }

    private void ReadParagraph(XElement paragraph, List<string> lines)
    {
        var transcript = new ParagraphTranscript(_fields, Footnotes, Endnotes);
        var text = transcript.Read(paragraph);
        var boxes = transcript.Boxes.SelectMany(Read).Select(line => $"[Text box] {line}").ToList();
        var format = ParagraphFormat.Next(paragraph, document.Styles, _numbering);
        var number = format.Number is { Text.Length: > 0 } known && (text.Length > 0 || !known.IsBullet)
            ? VisibleText.Of(known.Text) + (known.IsTight ? "" : " ")
            : "";
        var line = (number + text).TrimEnd();
        if (line.Length > 0 && format.OutlineLevel is { } level && !IsInCell(paragraph))
        {
            lines.AddRange(["", $"{new string('#', level + 1)} {line}"]);
        }
        else if (line.Length > 0)
        {
            lines.Add(line);
        }

        lines.AddRange(boxes);
        if (transcript.BreaksPage)
        {
            lines.Add("[Page break]");
        }

        if (paragraph.WordChild("pPr")?.WordChild("sectPr") is not null)
        {
            lines.Add("[Section break]");
        }
    }

    private string ReadRow(XElement row) => $"| {string.Join(" | ", row.Descendants().Where(cell => IsCellOf(row, cell)).Select(ReadCell))} |";

    private string ReadCell(XElement cell) => string.Join(" ¶ ", Read(cell).Where(line => line.Length > 0));

    private static bool IsInCell(XElement paragraph) => paragraph.Ancestors().Any(outer => outer.IsWord && outer.Name.LocalName is "tc");

    private static bool IsRowOf(XElement table, XElement row) =>
        row.IsWord && row.Name.LocalName is "tr" && row.Ancestors().First(outer => outer.IsWord && outer.Name.LocalName is "tbl") == table;

    private static bool IsCellOf(XElement row, XElement cell) =>
        cell.IsWord && cell.Name.LocalName is "tc" && cell.Ancestors().First(outer => outer.IsWord && outer.Name.LocalName is "tr") == row;
}
