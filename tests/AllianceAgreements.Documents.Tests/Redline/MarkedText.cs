using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>Text as a reader of a redline sees it: <c>[-deleted-]</c>, <c>[+inserted+]</c>.</summary>
internal static class MarkedText
{
    public static string Of(byte[] file, string part = "word/document.xml") => Of(Root(file, part));

    public static string Of(XElement element)
    {
        var text = new StringBuilder();
        foreach (var run in element.Descendants(Word.Run).Where(run => run.Value.Length > 0))
        {
            var (start, end) = run.Parent!.Name.LocalName switch { "ins" => ("[+", "+]"), "del" => ("[-", "-]"), _ => ("", "") };
            text.Append(start).Append(run.Value).Append(end);
        }

        return text.ToString();
    }

    public static XElement Root(byte[] file, string part) =>
        SafePackage.Open(file).Read(part, reader => XDocument.Load(reader, LoadOptions.PreserveWhitespace)).Root!;
}
