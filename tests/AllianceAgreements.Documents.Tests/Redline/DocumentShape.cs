using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>
/// What a Word file says and how it is built, line by line: paragraphs with their properties and formatted text, tables, rows and cells,
/// content controls, notes where the text refers to them. Left out is what only identifies, and which runs text is cut into.
/// </summary>
internal sealed class DocumentShape
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly SafePackage _package;
    private readonly Dictionary<string, string> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _notes = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly List<string> _lines = [];
    private string _format = "";
    private string _part = "";

    private DocumentShape(byte[] document)
    {
        _package = SafePackage.Open(document);
        foreach (var style in Part("styles")?.Elements(W + "style") ?? [])
        {
            _styles[(string)style.Attribute(W + "styleId")!] = Canonical(new XElement("style", style.Element(W + "rPr"), style.Element(W + "pPr")?.Elements().Where(child => child.Name != W + "numPr")));
        }

        foreach (var note in new[] { "footnotes", "endnotes", "comments" }.SelectMany(kind => Part(kind)?.Elements() ?? []))
        {
            _notes[$"{note.Name.LocalName} {(string?)note.Attribute(W + "id")}"] = note;
        }

        var main = Xml(_package.MainDocument);
        Read(main.Element(W + "body")!, "");
        ReadHeaders(main);
    }

    /// <summary>The lines of a file.</summary>
    public static string[] Of(byte[] document) => [.. new DocumentShape(document)._lines];

    /// <summary>The names of its bookmarks.</summary>
    public static string[] Bookmarks(byte[] document) => [.. new DocumentShape(document).Xml("word/document.xml").Descendants(W + "bookmarkStart").Select(bookmark => (string)bookmark.Attribute(W + "name")!)];

    private void Read(XElement container, string indent)
    {
        foreach (var element in container.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    ReadLine(element);
                    Flush();
                    _lines.Add($"{indent}p {Canonical(element.Element(W + "pPr"))} {_text}");
                    _text.Clear();
                    break;
                case "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd":
                    break;
                case "sdtContent" or "tbl" or "tr" or "tc" or "sdt":
                    _lines.Add($"{indent}{element.Name.LocalName}");
                    Read(element, indent + "  ");
                    break;
                default:
                    if (Canonical(element) is { Length: > 0 } properties)
                    {
                        _lines.Add($"{indent}{properties}");
                    }

                    break;
            }
        }
    }

    private void ReadLine(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "pPr" or "sdtPr" or "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd":
                    break;
                case "r":
                    ReadRun(child);
                    break;
                case "sdt":
                    Write("{" + Canonical(child.Element(W + "sdtPr")));
                    ReadLine(child.Element(W + "sdtContent")!);
                    Write("}");
                    break;
                case "hyperlink" or "fldSimple":
                    Write("{" + Canonical(new XElement(child.Name, child.Attributes())));
                    ReadLine(child);
                    Write("}");
                    break;
                default:
                    Write(Canonical(child));
                    break;
            }
        }
    }

    private void ReadRun(XElement run)
    {
        var format = Canonical(run.Element(W + "rPr"));
        foreach (var child in run.Elements().Where(child => child.Name != W + "rPr"))
        {
            if (format != _format)
            {
                _text.Append("[/").Append(_format).Append("][").Append(format).Append(']');
                _format = format;
            }

            _text.Append(child.Name.LocalName switch
            {
                "t" => child.Value,
                "footnoteReference" or "endnoteReference" => $"<note {Canonical(_notes[$"{child.Name.LocalName[..^9]} {(string?)child.Attribute(W + "id")}"].Elements())}>",
                "commentReference" when _notes[$"comment {(string?)child.Attribute(W + "id")}"] is var comment =>
                    $"<comment of {(string?)comment.Attribute(W + "author")} {Canonical(comment.Elements())}>",
                _ => Canonical(child),
            });
        }
    }

    /// <summary>What each section shows above and below its pages; those of the section before it where it names none of its own (17.10.5).</summary>
    private void ReadHeaders(XElement main)
    {
        var shown = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var links = _package.RelationshipsOf(_package.MainDocument).ToDictionary(link => link.Id, link => link.Target, StringComparer.Ordinal);
        foreach (var section in main.Descendants(W + "sectPr"))
        {
            foreach (var reference in section.Elements().Where(element => element.Name.LocalName is "headerReference" or "footerReference"))
            {
                shown[$"{reference.Name.LocalName} {(string?)reference.Attribute(W + "type")}"] = links[(string?)reference.Attribute(R + "id") ?? ""];
            }

            foreach (var (kind, part) in shown)
            {
                var above = _lines.Count;
                _part = part;
                Read(Xml(part), "  ");
                _part = "";

                // One empty line shows as much as no header.
                if (_lines.Count == above + 1 && Xml(part) is var root && root.Value.Length == 0 && !root.Descendants(W + "r").Any())
                {
                    _lines.RemoveAt(above);
                }
                else
                {
                    _lines.Insert(above, $"{kind} of section:");
                }
            }

            _lines.Add("section");
        }
    }

    private void Write(string text)
    {
        Flush();
        _text.Append(text);
    }

    private void Flush()
    {
        if (_format.Length > 0)
        {
            _text.Append("[/").Append(_format).Append(']');
            _format = "";
        }
    }

    private string Canonical(XElement? element) => element is null ? "" : Canonical([element]);

    /// <summary>Elements in one way of writing; those that say nothing are left out.</summary>
    private string Canonical(IEnumerable<XElement> elements)
    {
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            Canonical(element, text);
        }

        return text.ToString();
    }

    private void Canonical(XElement element, StringBuilder text)
    {
        // Which list a paragraph is in shows in its number, which the preview tells.
        if (element.Name.LocalName is "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd" or "numId" or "headerReference" or "footerReference")
        {
            return;
        }

        var start = text.Length;

        if (element.Name == W + "p" || element.Name == W + "hyperlink")
        {
            MergeRuns(element);
        }

        text.Append('<').Append(element.Name.LocalName);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml && attribute.Name.LocalName is not "paraId").OrderBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal))
        {
            if (attribute.Name == W + "id" || (attribute.Name == "id" && element.Name.LocalName == "docPr"))
            {
                continue;
            }

            var value = attribute.Name.Namespace == R ? TargetOf(attribute.Value)
                : element.Name.LocalName is "pStyle" or "rStyle" or "tblStyle" ? _styles.GetValueOrDefault(attribute.Value, "none")
                : element.Name == W + "tag" ? Regex.Replace(attribute.Value, @"\[\d+\]", "[]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
                : attribute.Value;
            text.Append(' ').Append(attribute.Name.LocalName).Append('=').Append(value);
        }

        text.Append('>');
        var inside = text.Length;
        foreach (var node in element.Nodes())
        {
            if (node is XElement child && !(child.Name == W + "id" && element.Name == W + "sdtPr"))
            {
                Canonical(child, text);
            }
            else if (node is XText words)
            {
                text.Append(words.Value);
            }
        }

        // Properties without any say nothing.
        if (text.Length == inside && element.Name.LocalName is "pPr" or "rPr" or "trPr" or "tcPr")
        {
            text.Length = start;
        }
        else
        {
            text.Append("</>");
        }
    }

    /// <summary>Joins neighbouring runs that look alike, in a note or a nested paragraph.</summary>
    private static void MergeRuns(XElement line)
    {
        foreach (var run in line.Elements(W + "r").ToList())
        {
            if (run.Parent is not null && run.PreviousNode is XElement previous && previous.Name == run.Name
                && Format(previous) == Format(run))
            {
                previous.Add(run.Elements().Where(child => child.Name != W + "rPr"));
                run.Remove();
            }
        }

        foreach (var text in line.Elements(W + "r").Elements(W + "t").ToList())
        {
            if (text.PreviousNode is XElement before && before.Name == text.Name)
            {
                before.Value += text.Value;
                text.Remove();
            }
        }

        static string Format(XElement run) => run.Element(W + "rPr") is { HasElements: true } format ? format.ToString(SaveOptions.DisableFormatting) : "";
    }

    private string TargetOf(string id)
    {
        var link = _package.RelationshipsOf(_part.Length == 0 ? _package.MainDocument : _part).Single(link => link.Id == id);
        return link.IsExternal || link.Kind is "header" or "footer" ? link.Target : Convert.ToHexString(_package.ReadBytes(link.Target));
    }

    private XElement? Part(string kind) =>
        _package.RelationshipsOf(_package.MainDocument).FirstOrDefault(link => link.Kind == kind) is { } link ? Xml(link.Target) : null;

    private XElement Xml(string part) => _package.Read(part, reader => XDocument.Load(reader, LoadOptions.PreserveWhitespace)).Root!;
}
