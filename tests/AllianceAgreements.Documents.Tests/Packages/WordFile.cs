using System.IO.Compression;
using System.Text;

namespace AllianceAgreements.Documents.Tests.Packages;

/// <summary>Small Word files made by hand, so that tests can also make wrong ones.</summary>
public sealed class WordFile
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private const string OfficeType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string MainType = $"{OfficeType}.document.main+xml";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Text)> _extra = [];
    private readonly List<string> _links = [];
    private readonly List<(string Name, string Kind)> _parts = [];

    /// <summary>The XML inside <c>w:body</c>.</summary>
    public string Body { get; init; } = "<w:p><w:r><w:t>Agreement</w:t></w:r></w:p>";

    /// <summary>The XML inside <c>w:styles</c>.</summary>
    public string? Styles { get; init; }

    /// <summary>The XML inside <c>w:numbering</c>.</summary>
    public string? Numbering { get; init; }

    /// <summary>The XML inside <c>w:footnotes</c>.</summary>
    public string? Footnotes { get; init; }

    public string MainContentType { get; init; } = MainType;

    public CompressionLevel Compression { get; init; } = CompressionLevel.Fastest;

    /// <summary>Adds an entry, whatever its name.</summary>
    public WordFile With(string name, string text = "")
    {
        _extra.Add((name, text));
        return this;
    }

    /// <summary>Adds a part of text, with a relationship of the document whose id is its name.</summary>
    /// <param name="kind">"header", "comments" and the like.</param>
    /// <param name="name">What its file is called, without ".xml".</param>
    /// <param name="root">The name of its root, without the prefix.</param>
    /// <param name="content">The XML inside the root.</param>
    public WordFile WithPart(string kind, string name, string root, string content)
    {
        _parts.Add((name, kind));
        _links.Add($"<Relationship Id=\"{name}\" Type=\"{OfficeRelationships}/{kind}\" Target=\"{name}.xml\"/>");
        return With($"word/{name}.xml", $"<w:{root} {Namespaces}>{content}</w:{root}>");
    }

    /// <summary>Adds external hyperlinks of a part beside the document's, "x0", "x1" and so on.</summary>
    public WordFile WithLinksOf(string name, params ReadOnlySpan<string> targets)
    {
        var links = "";
        for (var index = 0; index < targets.Length; index++)
        {
            links += $"<Relationship Id=\"x{index}\" Type=\"{OfficeRelationships}/hyperlink\" Target=\"{targets[index]}\" TargetMode=\"External\"/>";
        }

        return With($"word/_rels/{name}.xml.rels", $"<Relationships xmlns=\"{Relationships}\">{links}</Relationships>");
    }

    /// <summary>Adds a relationship of the document.</summary>
    public WordFile WithLink(string kind, string target, bool external = false)
    {
        var mode = external ? " TargetMode=\"External\"" : "";
        _links.Add($"<Relationship Id=\"x{_links.Count}\" Type=\"{OfficeRelationships}/{kind}\" Target=\"{target}\"{mode}/>");
        return this;
    }

    /// <param name="mainPart">The part that the package calls its document.</param>
    /// <param name="content">Changes the text of an entry, given its name.</param>
    public byte[] ToBytes(string mainPart = "word/document.xml", Func<string, string, string>? content = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in Parts(mainPart))
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, Compression).Open(), new UTF8Encoding(false));
                writer.Write(content?.Invoke(name, text) ?? text);
            }
        }

        return stream.ToArray();
    }

    private IEnumerable<(string Name, string Text)> Parts(string mainPart)
    {
        (string Name, string? Content)[] optional = [("styles", Styles), ("numbering", Numbering), ("footnotes", Footnotes)];
        var present = optional.Where(part => part.Content is not null).ToArray();
        var links = present.Select(part =>
            $"<Relationship Id=\"{part.Name}\" Type=\"{OfficeRelationships}/{part.Name}\" Target=\"{part.Name}.xml\"/>");

        yield return ("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/{mainPart}\" ContentType=\"{MainContentType}\"/>"
            + string.Concat(present.Select(part => $"<Override PartName=\"/word/{part.Name}.xml\" ContentType=\"{OfficeType}.{part.Name}+xml\"/>"))
            + string.Concat(_parts.Select(part => $"<Override PartName=\"/word/{part.Name}.xml\" ContentType=\"{OfficeType}.{part.Kind}+xml\"/>"))
            + "</Types>");
        yield return ("_rels/.rels",
            $"<Relationships xmlns=\"{Relationships}\"><Relationship Id=\"r1\" Type=\"{OfficeRelationships}/officeDocument\" "
            + $"Target=\"{mainPart}\"/></Relationships>");
        yield return ("word/document.xml", $"<w:document {Namespaces}><w:body>{Body}</w:body></w:document>");
        yield return ("word/_rels/document.xml.rels",
            $"<Relationships xmlns=\"{Relationships}\">{string.Concat(links)}{string.Concat(_links)}</Relationships>");

        foreach (var (name, content) in present)
        {
            yield return ($"word/{name}.xml", $"<w:{name} {Namespaces}>{content}</w:{name}>");
        }

        foreach (var extra in _extra)
        {
            yield return extra;
        }
    }
}
