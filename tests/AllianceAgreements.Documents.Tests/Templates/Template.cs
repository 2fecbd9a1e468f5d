using System.IO.Compression;
using System.Text;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>A template made by hand. What is not given is left out of the package.</summary>
internal sealed class Template
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Extended = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\"";

    private readonly List<(string Name, string Type, byte[] Content)> _parts = [];
    private readonly List<string> _links = [];

    /// <summary>The blocks of the body.</summary>
    public required string Body { get; init; }

    public string? Header { get; init; }

    public string? Footer { get; init; }

    public string? Styles { get; init; }

    public string? Numbering { get; init; }

    /// <summary>The content of footnote 2; 0 and 1 are separators.</summary>
    public string? Footnote { get; init; }

    /// <summary>The content of endnote 2; 0 and 1 are separators.</summary>
    public string? Endnote { get; init; }

    /// <summary>The text of comment 0.</summary>
    public string? Comment { get; init; }

    /// <summary>The document's title property.</summary>
    public string? Title { get; init; }

    /// <summary>The XML of further document properties.</summary>
    public string Properties { get; init; } = "";

    /// <summary>The XML of the application's properties.</summary>
    public string? Application { get; init; }

    /// <summary>The text of a property that an organization added.</summary>
    public string? Custom { get; init; }

    public string MainType { get; init; } = $"{Word}.document.main+xml";

    public string RootNamespaces { get; init; } = Namespaces;

    public static implicit operator Template(string body) => new() { Body = body };

    /// <summary>Adds a relationship of the document, and the part it leads to.</summary>
    public Template With(string id, string kind, string target, byte[]? content = null, string type = "image/png")
    {
        var mode = content is null ? " TargetMode=\"External\"" : "";
        _links.Add($"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\"{mode}/>");
        if (content is not null)
        {
            _parts.Add(($"word/{target}", type, content));
        }

        return this;
    }

    public TemplateFile ToFile(string name = "Main.docx") => new(name, ToBytes());

    public byte[] ToBytes()
    {
        var parts = Parts().ToList();
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private IEnumerable<(string Name, byte[] Content)> Parts()
    {
        (string Name, string Root, string? Content)[] optional =
        [
            ("header", "hdr", Header),
            ("footer", "ftr", Footer),
            ("styles", "styles", Styles),
            ("numbering", "numbering", Numbering),
            ("footnotes", "footnotes", Notes("footnote", Footnote)),
            ("endnotes", "endnotes", Notes("endnote", Endnote)),
            ("comments", "comments", Comment is null ? null : $"<w:comment w:id=\"0\" w:author=\"A\">{Comment}</w:comment>"),
        ];
        var present = optional.Where(part => part.Content is not null).ToArray();
        var section = "<w:sectPr>" + string.Concat(present.Where(part => part.Name is "header" or "footer")
            .Select(part => $"<w:{part.Name}Reference w:type=\"default\" r:id=\"{part.Name}\"/>")) + "</w:sectPr>";
        var hasProperties = Title is not null || Properties.Length > 0;
        (string Name, string Kind, string? Content)[] further =
        [
            ("app", "extended-properties", Application is null ? null : $"<Properties xmlns=\"{Extended}/extended-properties\">{Application}</Properties>"),
            ("custom", "custom-properties", Custom is null ? null : $"<Properties xmlns=\"{Extended}/custom-properties\" xmlns:vt=\"{Extended}/docPropsVTypes\">"
                + $"<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"Matter\"><vt:lpwstr>{Custom}</vt:lpwstr></property></Properties>"),
        ];
        var properties = further.Where(part => part.Content is not null).ToArray();

        yield return ("[Content_Types].xml", Utf8(
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{MainType}\"/>"
            + string.Concat(present.Select(part => $"<Override PartName=\"/word/{part.Name}.xml\" ContentType=\"{Word}.{part.Name}+xml\"/>"))
            + string.Concat(_parts.Select(part => $"<Override PartName=\"/{part.Name}\" ContentType=\"{part.Type}\"/>"))
            + (hasProperties ? "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>" : "")
            + string.Concat(properties.Select(part => $"<Override PartName=\"/docProps/{part.Name}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.{part.Kind}+xml\"/>"))
            + "</Types>"));
        yield return ("_rels/.rels", Utf8(
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/>"
            + (hasProperties ? $"<Relationship Id=\"r2\" Type=\"{Package}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>" : "")
            + string.Concat(properties.Select(part => $"<Relationship Id=\"{part.Name}\" Type=\"{Office}/{part.Kind}\" Target=\"docProps/{part.Name}.xml\"/>"))
            + "</Relationships>"));
        yield return ("word/document.xml", Utf8($"<w:document {RootNamespaces}><w:body>{Body}{section}</w:body></w:document>"));
        yield return ("word/_rels/document.xml.rels", Utf8(
            $"<Relationships xmlns=\"{Package}/relationships\">"
            + string.Concat(present.Select(part => $"<Relationship Id=\"{part.Name}\" Type=\"{Office}/{part.Name}\" Target=\"{part.Name}.xml\"/>"))
            + $"{string.Concat(_links)}</Relationships>"));
        foreach (var (name, root, content) in present)
        {
            yield return ($"word/{name}.xml", Utf8($"<w:{root} {Namespaces}>{content}</w:{root}>"));
        }

        if (hasProperties)
        {
            yield return ("docProps/core.xml", Utf8(
                $"<cp:coreProperties xmlns:cp=\"{Package}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                + "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + $"<dc:title>{Title}</dc:title>{Properties}</cp:coreProperties>"));
        }

        foreach (var (name, _, content) in properties)
        {
            yield return ($"docProps/{name}.xml", Utf8(content!));
        }

        foreach (var (name, _, content) in _parts)
        {
            yield return (name, content);
        }
    }

    private static string? Notes(string kind, string? note) => note is null ? null :
        $"<w:{kind} w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>"
        + $"<w:{kind} w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>"
        + $"<w:{kind} w:id=\"2\">{note}</w:{kind}>";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
