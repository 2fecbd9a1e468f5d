using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Preview.Numbering;
using AllianceAgreements.Documents.Transcripts;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Checking;

/// <summary>A template or clause file as it was saved, with all its paragraphs in their places.</summary>
internal sealed class CheckedFile
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "header", "footer", "footnotes", "endnotes" };

    private readonly ClauseNumbering _numbering;
    private readonly List<CheckedParagraph> _paragraphs = [];
    private string? _clause;
    private string _section = "";

    private CheckedFile(string name, OpenedDocument document)
    {
        (Name, Document, _numbering) = (name, document, document.CreateNumbering());
        AddParagraphs(document.Root, "document");
        foreach (var link in Parts.Skip(1))
        {
            _clause = null;
            AddParagraphs(document.RootOf(link.Part), link.Kind);
        }
    }

    /// <summary>Its name among the templates.</summary>
    public string Name { get; }

    public OpenedDocument Document { get; }

    /// <summary>The paragraphs, those of the main part first, in the order of the markup.</summary>
    public IReadOnlyList<CheckedParagraph> Paragraphs => _paragraphs;

    /// <summary>The parts that hold text, each with what it is; the main part first.</summary>
    public IEnumerable<(string Part, string Kind)> Parts => Document.Links
        .Where(link => Kinds.Contains(link.Kind) && !link.IsExternal && Document.Package.Contains(link.Target))
        .Select(link => (Part: link.Target, link.Kind))
        .Prepend((Part: Document.Package.MainDocument, Kind: "document"))
        .DistinctBy(part => part.Part, PartName.Comparer);

    /// <exception cref="InvalidDataException">It is not a sound Word document.</exception>
    public static CheckedFile Open(TemplateFile file) => new(file.Name, OpenedDocument.Open(file.Content));

    private void AddParagraphs(XElement root, string part)
    {
        // What a reader of old files would see in a text box's place says the same again.
        foreach (var (element, index) in root.WordDescendants("p").Select((element, index) => (element, index))
            .Where(paragraph => !paragraph.element.Ancestors().Any(outer => outer.Name.LocalName is "Fallback")))
        {
            if (part is "document" && ParagraphFormat.Next(element, Document.Styles, _numbering).Number is { IsBullet: false, Text.Length: > 0 } number)
            {
                PassClause(number);
            }

            _paragraphs.Add(new CheckedParagraph
            {
                File = Name,
                Part = part,
                Index = part is "document" ? index : null,
                Clause = _clause,
                Element = element,
                Runs = CheckedParagraph.ReadRuns(element),
            });
        }
    }

    /// <summary>Keeps the number that a reader would cite: "(a)" alone says nothing, "1.2(a)" does.</summary>
    private void PassClause(ClauseNumber number)
    {
        if (number.Text.Any(char.IsAsciiDigit) || number.Level == 0)
        {
            (_section, _clause) = (number.Text, number.Text);
            return;
        }

        _clause = _section + string.Concat(number.Path.Skip(2).SkipLast(1).Select(counter => $"({counter})")) + number.Text;
    }
}
