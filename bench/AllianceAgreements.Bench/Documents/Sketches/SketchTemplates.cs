using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AllianceAgreements.Bench.Documents.Sketches;

/// <summary>The template of the benchmark in the tags of each engine: a frame with the house style, and the text in it.</summary>
/// <param name="frame">A template of this product; its own text is replaced.</param>
/// <param name="blocks">The text.</param>
internal sealed partial class SketchTemplates(ReadOnlyMemory<byte> frame, IReadOnlyList<SketchBlock> blocks)
{
    private const string Text = "word/document.xml";

    /// <summary>The template as a package.</summary>
    public byte[] Create(Dialect dialect)
    {
        using var package = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(frame.ToArray(), writable: false)))
        using (var target = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var stream = target.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
                Write(entry, stream, dialect);
            }
        }

        return package.ToArray();
    }

    private void Write(ZipArchiveEntry entry, Stream stream, Dialect dialect)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var content = reader.ReadToEnd();
        if (entry.FullName != Text)
        {
            // Every engine fills the text alone, so that all do the same.
            stream.Write(Encoding.UTF8.GetBytes(Tag.Replace(content, "Draft")));
            return;
        }

        var section = XDocument.Parse(content).Descendants().Last(element => element.Name.LocalName == "sectPr");
        new SketchWriter(dialect).Write(blocks, section).Save(stream, SaveOptions.DisableFormatting);
    }

    [GeneratedRegex(@"\{\{[^}]*\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag { get; }
}
