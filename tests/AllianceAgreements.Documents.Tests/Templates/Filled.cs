using System.IO.Compression;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>A draft, checked and read back.</summary>
internal sealed class Filled
{
    private readonly Dictionary<string, byte[]> _parts;

    public Filled(byte[] bytes)
    {
        DocumentCheck.AssertSound(bytes);
        Bytes = bytes;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        _parts = archive.Entries.ToDictionary(entry => entry.FullName, Read);
        Document = Part("word/document.xml");
    }

    public byte[] Bytes { get; }

    /// <summary>The root of the main part.</summary>
    public XElement Document { get; }

    public IEnumerable<string> PartNames => _parts.Keys;

    /// <summary>The body's own paragraphs, and those of its tables, as text; a break is "\n", a tab "\t".</summary>
    public IReadOnlyList<string> Paragraphs => ParagraphsOf(Document);

    /// <summary>The tables as rows of cells.</summary>
    public IReadOnlyList<string> Rows =>
        [.. Document.Descendants(Word.Row).Select(row => string.Join(" | ", row.Elements(Word.Cell).Select(cell => string.Join(" / ", ParagraphsOf(cell)))))];

    public XElement Part(string name) => XDocument.Load(new MemoryStream(_parts[name]), LoadOptions.PreserveWhitespace).Root!;

    public byte[] PartBytes(string name) => _parts[name];

    /// <summary>The text of a part's paragraphs.</summary>
    public IReadOnlyList<string> ParagraphsOf(string part) => ParagraphsOf(Part(part));

    /// <summary>The runs of the body with their formatting: "<c>b i:text</c>".</summary>
    public IReadOnlyList<string> Runs =>
    [
        .. Document.Descendants(Word.Run).Select(run =>
            $"{string.Join(' ', run.Elements(Word.RunProperties).Elements().Select(property => property.Name.LocalName))}:{TextOf(run)}"),
    ];

    public static string TextOf(XElement element) => string.Concat(element.Descendants().Select(inner => inner.Name.LocalName switch
    {
        "t" => inner.Value,
        "br" => "\n",
        "tab" when inner.Parent?.Name == Word.Run => "\t",
        _ => "",
    }));

    private static string[] ParagraphsOf(XElement root) => [.. root.Descendants(Word.Paragraph).Select(TextOf)];

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
