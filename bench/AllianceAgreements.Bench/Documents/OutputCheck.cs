using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace AllianceAgreements.Bench.Documents;

/// <summary>Nothing is fast that is wrong: what was measured must be a valid document, without a tag, that says what all others say.</summary>
internal static partial class OutputCheck
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Checks a draft.</summary>
    /// <returns>The text of its paragraphs, those without text left out.</returns>
    /// <exception cref="InvalidOperationException">It is not what it should be.</exception>
    public static IReadOnlyList<string> Read(string name, byte[] draft)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(draft, writable: false), isEditable: false);
        if (new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).FirstOrDefault() is { } error)
        {
            throw new InvalidOperationException($"{name}: {error.Path?.PartUri}{error.Path?.XPath}: {error.Description}");
        }

        var text = TextOf(draft);
        return text.FirstOrDefault(paragraph => Tag.IsMatch(paragraph)) is { } left
            ? throw new InvalidOperationException($"{name} left a tag: {left}")
            : text;
    }

    /// <summary>Whether two drafts say the same.</summary>
    /// <exception cref="InvalidOperationException">They do not; names the first difference.</exception>
    public static void RequireSame(string name, IReadOnlyList<string> text, IReadOnlyList<string> expected)
    {
        for (var index = 0; index < Math.Max(text.Count, expected.Count); index++)
        {
            if (text.ElementAtOrDefault(index) != expected.ElementAtOrDefault(index))
            {
                throw new InvalidOperationException($"{name} says something else: \"{text.ElementAtOrDefault(index)}\", not \"{expected.ElementAtOrDefault(index)}\".");
            }
        }
    }

    /// <summary>The document part of a draft.</summary>
    public static XDocument DocumentOf(byte[] draft)
    {
        using var archive = new ZipArchive(new MemoryStream(draft, writable: false));
        using var stream = archive.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The length of all parts of a draft together.</summary>
    public static long ExpandedBytes(byte[] draft)
    {
        using var archive = new ZipArchive(new MemoryStream(draft, writable: false));
        return archive.Entries.Sum(entry => entry.Length);
    }

    private static string[] TextOf(byte[] draft) =>
    [
        .. DocumentOf(draft).Descendants(W + "p")
            .Select(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(piece => piece.Value)))
            .Where(text => !string.IsNullOrWhiteSpace(text)),
    ];

    [GeneratedRegex("[{}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag { get; }
}
