using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>
/// Accepts or rejects every tracked change of a Word file, by ECMA-376 part 1, 17.13.5, and by nothing of the product's code.
/// </summary>
internal static class TrackedChanges
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Main = "word/document.xml";

    private static readonly string[] MarkKinds = ["rPr", "trPr"];

    /// <summary>The file with every change accepted.</summary>
    public static byte[] Accept(byte[] redline) => Resolve(redline, gone: "del", kept: "ins");

    /// <summary>The file with every change rejected.</summary>
    public static byte[] Reject(byte[] redline) => Resolve(redline, gone: "ins", kept: "del");

    /// <summary>How many changes a file holds.</summary>
    public static int Count(byte[] redline) => Read(redline).Where(part => IsText(part.Key)).Sum(part =>
        XDocument.Parse(Encoding.UTF8.GetString(part.Value)).Descendants().Count(element =>
            element.Name.Namespace == W && (element.Name.LocalName is "ins" or "del" || element.Name.LocalName.EndsWith("Change", StringComparison.Ordinal))));

    private static byte[] Resolve(byte[] redline, string gone, string kept)
    {
        var parts = Read(redline);
        var roots = parts.Keys.Where(IsText).ToDictionary(
            name => name, name => XDocument.Parse(Encoding.UTF8.GetString(parts[name]), LoadOptions.PreserveWhitespace).Root!);
        foreach (var root in roots.Values)
        {
            ResolveProperties(root, isRejected: gone == "ins");
            ResolveRows(root, gone, kept);
            ResolveText(root, gone, kept);
            DropMarks(root);
            ResolveControls(root, gone == "ins" ? "customXmlInsRange" : "customXmlDelRange");
            ResolveMarks(root, gone, kept);
        }

        foreach (var (name, reference) in new[] { ("word/footnotes.xml", "footnoteReference"), ("word/endnotes.xml", "endnoteReference"), ("word/comments.xml", "commentReference") })
        {
            if (roots.TryGetValue(name, out var notes))
            {
                var used = roots[Main].Descendants(W + reference).Select(element => (string?)element.Attribute(W + "id")).ToHashSet();
                notes.Elements().Where(note => note.Attribute(W + "type") is null && !used.Contains((string?)note.Attribute(W + "id"))).Remove();
            }
        }

        foreach (var (name, root) in roots)
        {
            parts[name] = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
        }

        return Write(parts);
    }

    private static bool IsText(string part) => Regex.IsMatch(part, @"^word/(document|footnotes|endnotes|comments|(header|footer)[-a-z0-9]*)\.xml$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>17.13.4: a comment goes with its reference, and with it the marks of what it is about.</summary>
    private static void DropMarks(XElement root)
    {
        var used = root.Descendants(W + "commentReference").Select(element => (string?)element.Attribute(W + "id")).ToHashSet();
        root.Descendants().Where(element => element.Name.LocalName is "commentRangeStart" or "commentRangeEnd" && !used.Contains((string?)element.Attribute(W + "id"))).Remove();
    }

    /// <summary>17.13.5.29 to 17.13.5.39: the change holds the properties as they were.</summary>
    private static void ResolveProperties(XElement root, bool isRejected)
    {
        foreach (var change in root.Descendants().Where(element => element.Name.Namespace == W && element.Name.LocalName.EndsWith("Change", StringComparison.Ordinal)).ToList())
        {
            var properties = change.Parent!;
            change.Remove();
            if (isRejected)
            {
                properties.Elements().Where(element => !Stays(properties, element)).Remove();
                var former = change.Elements().Single().Elements();
                if (properties.Name == W + "pPr" || properties.Name == W + "trPr")
                {
                    properties.AddFirst(former);
                }
                else
                {
                    properties.Add(former);
                }
            }
        }
    }

    /// <summary>What is not among the properties that a change keeps.</summary>
    private static bool Stays(XElement properties, XElement child) => (properties.Name.LocalName, child.Name.LocalName) is
        ("pPr", "rPr" or "sectPr") or ("rPr" or "trPr", "ins" or "del") or ("sectPr", "headerReference" or "footerReference");

    /// <summary>17.13.5.12, 17.13.5.16: a row goes with its cells, and a table without rows is none.</summary>
    private static void ResolveRows(XElement root, string gone, string kept)
    {
        root.Descendants(W + "tr").Where(row => row.Element(W + "trPr")?.Element(W + gone) is not null).Remove();
        root.Descendants(W + "trPr").Elements(W + kept).Remove();
        root.Descendants(W + "tbl").Where(table => !table.Descendants(W + "tr").Any()).Remove();
    }

    /// <summary>17.13.5.14, 17.13.5.18: inserted or deleted text.</summary>
    private static void ResolveText(XElement root, string gone, string kept)
    {
        root.Descendants(W + gone).Where(change => !MarkKinds.Contains(change.Parent!.Name.LocalName)).Remove();
        foreach (var change in root.Descendants(W + kept).Where(change => !MarkKinds.Contains(change.Parent!.Name.LocalName)).ToList())
        {
            change.ReplaceWith(change.Nodes());
        }

        foreach (var text in root.Descendants().Where(element => element.Name == W + "delText" || element.Name == W + "delInstrText").ToList())
        {
            text.Name = W + (text.Name == W + "delText" ? "t" : "instrText");
        }

        // A link or simple field whose text has gone shows nothing.
        root.Descendants().Where(element => (element.Name == W + "hyperlink" || element.Name == W + "fldSimple") && !element.Descendants(W + "r").Any()).Remove();
    }

    /// <summary>17.13.5.4 to 17.13.5.7: a range around the beginning of a content control is about the control, not about its content.</summary>
    private static void ResolveControls(XElement root, string gone)
    {
        // From the inside out, because what is unwrapped is copied.
        foreach (var start in root.Descendants(W + $"{gone}Start").Reverse().ToList())
        {
            if (start.ElementsAfterSelf().FirstOrDefault() is { } control && control.Name == W + "sdt"
                && control.Element(W + "sdtContent")!.Elements().FirstOrDefault() is { } end
                && end.Name == W + $"{gone}End" && (string?)end.Attribute(W + "id") == (string?)start.Attribute(W + "id"))
            {
                control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
            }
        }

        root.Descendants().Where(element => element.Name.LocalName.StartsWith("customXml", StringComparison.Ordinal) && element.Name.LocalName.Contains("Range", StringComparison.Ordinal)).Remove();
    }

    /// <summary>17.13.5.15, 17.13.5.20: without its mark, a paragraph goes on in the next one, whose properties hold.</summary>
    private static void ResolveMarks(XElement root, string gone, string kept)
    {
        foreach (var paragraph in root.Descendants(W + "p").ToList())
        {
            var format = paragraph.Element(W + "pPr")?.Element(W + "rPr");
            format?.Elements(W + kept).Remove();
            if (format?.Element(W + gone) is not { } mark)
            {
                continue;
            }

            mark.Remove();
            var content = paragraph.Elements().Where(element => element.Name != W + "pPr").ToList();
            var next = paragraph.ElementsAfterSelf().FirstOrDefault(element => !element.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal));
            if (next?.Name == W + "p")
            {
                var properties = next.Element(W + "pPr");
                if (properties is null)
                {
                    next.AddFirst(content);
                }
                else
                {
                    properties.AddAfterSelf(content);
                }

                paragraph.Remove();
            }
            else if (content.TrueForAll(element => element.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)))
            {
                paragraph.ReplaceWith(content);
            }
        }
    }

    private static Dictionary<string, byte[]> Read(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    private static byte[] Write(Dictionary<string, byte[]> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
