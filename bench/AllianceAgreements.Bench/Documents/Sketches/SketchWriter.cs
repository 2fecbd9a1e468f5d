using System.Xml.Linq;

namespace AllianceAgreements.Bench.Documents.Sketches;

/// <summary>
/// Writes a sketch as the document part of a template, with the tags of an engine, the way Word saves what people have edited: paragraphs with
/// their ids, text cut into runs by when it was typed (here, by sentences), both with the ids of editing sessions. Tags are whole, in a run of their own.
/// </summary>
internal sealed class SketchWriter(Dialect dialect)
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private int _paragraphs;
    private int _runs;

    /// <summary>The document part.</summary>
    /// <param name="blocks">What it says.</param>
    /// <param name="section">The section properties of the document, which lead to its header and footer.</param>
    public XDocument Write(IEnumerable<SketchBlock> blocks, XElement section) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(
            W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XAttribute(XNamespace.Xmlns + "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
            new XAttribute(XNamespace.Xmlns + "w14", W14),
            new XAttribute(XNamespace.Xmlns + "mc", Mc),
            new XAttribute(Mc + "Ignorable", "w14"),
            new XElement(W + "body", blocks.SelectMany(block => Write(block, isOfItem: false)), section)));

    private IEnumerable<XElement> Write(SketchBlock block, bool isOfItem) => block switch
    {
        SketchParagraph paragraph => [Paragraph(paragraph.Style, [.. paragraph.Pieces.SelectMany(piece => Write(piece, isOfItem))])],
        SketchChoice choice => Around(dialect.Choice(choice.Condition), choice.Blocks.SelectMany(inner => Write(inner, isOfItem))),
        SketchRepetition repetition => Around(dialect.Repetition(repetition.List), repetition.Blocks.SelectMany(inner => Write(inner, isOfItem: true))),
        SketchTable table => [Write(table), Paragraph("BodyText")],
        _ => throw new InvalidOperationException($"No way to write {block.GetType().Name}."),
    };

    private IEnumerable<XElement> Around((string Start, string End) tags, IEnumerable<XElement> blocks) =>
        [Paragraph("TemplateTag", Run(tags.Start)), .. blocks, Paragraph("TemplateTag", Run(tags.End))];

    private IEnumerable<XElement> Write(SketchPiece piece, bool isOfItem) => piece switch
    {
        SketchText text => SentencesOf(text.Text).Select(sentence => Run(sentence, text.Style)),
        SketchField field => [Run(dialect.Field(field.Path, isOfItem))],
        _ => throw new InvalidOperationException($"No way to write {piece.GetType().Name}."),
    };

    private XElement Write(SketchTable table)
    {
        var (start, end) = dialect.Repetition(table.List);
        var cells = table.Fields.Select(field => dialect.Field(field, isOfItem: true)).ToArray();
        if (!dialect.HasTagRows)
        {
            (cells[0], cells[^1]) = (start + cells[0], cells[^1] + end);
        }

        return new XElement(
            W + "tbl",
            new XElement(W + "tblPr", new XElement(W + "tblW", new XAttribute(W + "w", "5000"), new XAttribute(W + "type", "pct"))),
            new XElement(W + "tblGrid", table.Fields.Select(_ => new XElement(W + "gridCol", new XAttribute(W + "w", "2200")))),
            Row([.. table.Fields.Select(field => $"Its {field}")]),
            dialect.HasTagRows ? Row(start) : null,
            Row(cells),
            dialect.HasTagRows ? Row(end) : null);
    }

    private XElement Row(params IEnumerable<string> cells) =>
        new(W + "tr", cells.Select(cell => new XElement(W + "tc", Paragraph("BodyText", Run(cell)))));

    private XElement Paragraph(string style, params IEnumerable<XElement> content)
    {
        _paragraphs++;
        return new XElement(
            W + "p",
            new XAttribute(W14 + "paraId", $"{0x10000000 + (_paragraphs * 7919):X8}"),
            new XAttribute(W14 + "textId", "77777777"),
            new XAttribute(W + "rsidR", Session(_paragraphs)),
            new XAttribute(W + "rsidRDefault", Session(_paragraphs)),
            new XAttribute(W + "rsidP", Session(_paragraphs / 3)),
            new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", style))),
            content);
    }

    private XElement Run(string text, string? style = null) => new(
        W + "r",
        ++_runs % 2 == 0 ? new XAttribute(W + "rsidR", Session(_runs / 3)) : null,
        style is null ? null : new XElement(W + "rPr", new XElement(W + "rStyle", new XAttribute(W + "val", style))),
        new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    /// <summary>The id of one of the sessions in which the template was edited.</summary>
    private static string Session(int number) => $"{0x00A10000 + (number % 23 * 4093):X8}";

    private static IEnumerable<string> SentencesOf(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf(". ", start, StringComparison.Ordinal) is >= 0 and var stop ? stop + 2 : text.Length;
            yield return text[start..end];
        }
    }
}
