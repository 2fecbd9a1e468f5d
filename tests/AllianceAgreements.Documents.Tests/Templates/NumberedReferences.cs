using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Whether the cross-references of a draft show the numbers that Word would work out for them.</summary>
internal static partial class NumberedReferences
{
    /// <summary>The references that lead nowhere, or show another number than their paragraph has.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] draft)
    {
        var document = OpenedDocument.Open(draft);
        var numbers = NumbersOf(document);
        return
        [
            .. ResultsOf(document.Root).Where(field => Number().IsMatch(field.Instruction)).Select(field =>
            {
                var target = Number().Match(field.Instruction).Groups["target"].Value;
                var number = numbers.GetValueOrDefault(target)?.Number;
                return field.Result == number ? null : $"{field.Instruction} shows \"{field.Result}\", and {target} is {number ?? "not there"}.";
            }).OfType<string>(),
        ];
    }

    private static Dictionary<string, ReferenceNumber> NumbersOf(OpenedDocument document)
    {
        var numbering = document.CreateNumbering();
        var numbers = new Dictionary<string, ReferenceNumber>(StringComparer.Ordinal);
        foreach (var paragraph in document.Root.Descendants(Word.Paragraph))
        {
            if (ParagraphFormat.Count(paragraph, document.Styles, numbering) is { } counted)
            {
                foreach (var bookmark in paragraph.Descendants(Word.BookmarkStart))
                {
                    numbers[(string)bookmark.Attribute(Word.NameAttribute)!] = ReferenceNumber.Of(counted);
                }
            }
        }

        return numbers;
    }

    /// <summary>The fields of a text, none of which is in another: what each is told, and what it shows.</summary>
    private static IEnumerable<(string Instruction, string Result)> ResultsOf(XElement root)
    {
        var (instruction, result, isResult) = (new StringBuilder(), new StringBuilder(), false);
        foreach (var element in root.Descendants().Where(element => element.Name.LocalName is "fldChar" or "instrText" or "t"))
        {
            switch ((element.Name.LocalName, (string?)element.Attribute(Word.Main + "fldCharType")))
            {
                case (_, "begin"):
                    (instruction, result, isResult) = (new StringBuilder(), new StringBuilder(), false);
                    break;
                case (_, "separate"):
                    isResult = true;
                    break;
                case (_, "end"):
                    yield return (instruction.ToString(), result.ToString());
                    break;
                case ("instrText", _):
                    instruction.Append(element.Value);
                    break;
                case ("t", _) when isResult:
                    result.Append(element.Value);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A reference that shows a number.</summary>
    [GeneratedRegex(@"^ REF (?<target>\S+) \\[nw] ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
