using AllianceAgreements.Documents.Checking.Prose;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>What a lawyer reads in a document: its paragraphs, with their styles.</summary>
internal sealed class DraftText
{
    private DraftText(IReadOnlyList<DraftParagraph> paragraphs) => Paragraphs = paragraphs;

    /// <summary>The paragraphs of the body, tables included, in reading order.</summary>
    public IReadOnlyList<DraftParagraph> Paragraphs { get; }

    /// <summary>The headings of articles and schedules, in order.</summary>
    public IEnumerable<DraftParagraph> Headings => Paragraphs.Where(paragraph => paragraph.Style is "Heading1" or "ScheduleHeading");

    /// <summary>The defined terms that stand in their definitions.</summary>
    public IEnumerable<string> DefinedTerms => Paragraphs.SelectMany(paragraph => paragraph.Defines);

    /// <summary>The paragraphs as the product's own check of templates reads them.</summary>
    public IReadOnlyList<ProseParagraph> Prose => [.. Paragraphs.Select(paragraph =>
        new ProseParagraph(paragraph.Text, paragraph.Style is "Heading1" or "ScheduleHeading", paragraph.Title, paragraph.Defines))];

    /// <summary>Reads a document.</summary>
    public static DraftText Read(ReadOnlyMemory<byte> document)
    {
        using var stream = new MemoryStream(document.ToArray(), writable: false);
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        return new DraftText([.. package.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(Read)]);
    }

    private static DraftParagraph Read(Paragraph paragraph) => new(
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal",
        TextOf(paragraph.Descendants<Run>()),
        TextOf(paragraph.Descendants<Run>().Where(run => StyleOf(run) == "ClauseTitle")).TrimEnd('.', ' '),
        [.. paragraph.Descendants<Run>().Where(run => StyleOf(run) == "DefinedTerm").Select(run => TextOf([run]))],
        paragraph.ParagraphProperties?.NumberingProperties is not null);

    private static string? StyleOf(Run run) => run.RunProperties?.RunStyle?.Val?.Value;

    private static string TextOf(IEnumerable<Run> runs) => string.Concat(runs.SelectMany(run => run.ChildElements).Select(child => child switch
    {
        Text text => text.Text,
        TabChar => "\t",
        Break => "\n",
        _ => "",
    })).Replace('\u00A0', ' ');
}

/// <summary>A paragraph of a document.</summary>
/// <param name="Style">The id of its style.</param>
/// <param name="Text">Its text, with non-breaking spaces as spaces.</param>
/// <param name="Title">The heading it begins with, without the full stop; empty if it has none.</param>
/// <param name="Defines">The terms that it defines.</param>
/// <param name="HasOwnNumbering">Whether it is numbered directly and not by its style.</param>
internal sealed record DraftParagraph(string Style, string Text, string Title, IReadOnlyList<string> Defines, bool HasOwnNumbering);
