using System.Text;
using AllianceAgreements.Documents.Tests.Templates;

namespace AllianceAgreements.Documents.Tests.Coverage;

/// <summary>The clauses of a draft by their headings, read from the Word file itself and by its styles, which the preview knows nothing of.</summary>
internal static class DraftClauses
{
    public static Dictionary<(string Article, string Title), string> Of(DraftText draft)
    {
        var clauses = new Dictionary<(string Article, string Title), StringBuilder>();
        var current = ("Cover Page", "");
        foreach (var paragraph in draft.Paragraphs)
        {
            if (paragraph.Style is "Heading1" or "ScheduleHeading" or "PartHeading" or "SignatureHeading")
            {
                current = (paragraph.Text, "");
            }
            else if (paragraph.Title.Length > 0)
            {
                current = (current.Item1, paragraph.Title);
            }

            if (!clauses.TryGetValue(current, out var text))
            {
                clauses.Add(current, text = new StringBuilder());
            }

            text.Append(paragraph.Style.StartsWith("Table", StringComparison.Ordinal) ? $"| {paragraph.Text} |" : $"{paragraph.Text}\n");
        }

        return clauses.ToDictionary(clause => clause.Key, clause => clause.Value.ToString());
    }
}
