using System.Text;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Reports tags in parts and targets that are copied as they are, where a tag would reach the agreement unfilled.</summary>
internal static class UnfillableTags
{
    private const int QuoteLength = 40;

    public static void Report(TemplatePackage file, IEnumerable<string> filled, ICollection<TemplateFault> faults)
    {
        var rest = file.PartNames.Except([.. filled, .. file.TextParts, file.Find("comments") ?? ""], StringComparer.OrdinalIgnoreCase);
        foreach (var part in rest.Where(part => IsText(part) && !part.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase)))
        {
            var text = Encoding.UTF8.GetString(file.ReadBytes(part)).Replace("%7B%7B", "{{", StringComparison.OrdinalIgnoreCase);
            var start = text.IndexOf("{{", StringComparison.Ordinal);
            if (start >= 0)
            {
                faults.Add(new TagPlace(file.Name, Quote(text[start..]), Paragraph: null)
                    .Fault($"A tag cannot stand in {Describe(part)}; write it in the text of a paragraph."));
            }
        }
    }

    private static string Quote(string text)
    {
        var end = text.IndexOf("}}", StringComparison.Ordinal);
        var clipped = text[..Math.Min(text.Length, QuoteLength)];
        return end >= 0 && end < QuoteLength ? text[..(end + 2)] : TagPlace.Shorten(clipped.Split('<')[0]);
    }

    private static bool IsText(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string Describe(string part) => part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        ? "the target of a link"
        : $"the part {part}";
}
