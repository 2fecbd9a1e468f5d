using System.Globalization;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Counts the clauses of a draft as a reader does, by the styles of the house and not by what the product makes of its lists.</summary>
internal static class DraftNumbers
{
    /// <summary>By paragraph: its number; null where it has none that is referred to.</summary>
    public static IReadOnlyList<DraftNumber?> Of(DraftText draft)
    {
        var (article, section, item, schedule, paragraph, part) = (0, 0, 0, 0, 0, 0);
        return [.. draft.Paragraphs.Select(Count)];

        DraftNumber? Count(DraftParagraph at)
        {
            switch (at.Style)
            {
                case "Heading1":
                    (article, section, item) = (article + 1, 0, 0);
                    return Number("Article", $"{article}", at.Text, schedule: null);
                case "Clause":
                    (section, item) = (section + 1, 0);
                    return Number("Section", $"{article}.{section}", at.Title, schedule: null);
                case "Subclause":
                    item++;
                    return Number("Section", $"{article}.{section}({Letter(item)})", "", schedule: null);
                case "ScheduleHeading":
                    (schedule, paragraph, part) = (schedule + 1, 0, 0);
                    return Number("Schedule", $"{schedule}", at.Text, schedule: null);
                case "ScheduleClause":
                    (paragraph, part) = (paragraph + 1, 0);
                    return Number("paragraph", $"{paragraph}", at.Title, schedule);
                case "ScheduleSubclause":
                    part++;
                    return Number("paragraph", $"{paragraph}({Letter(part)})", "", schedule);
                default:
                    return null;
            }
        }
    }

    private static DraftNumber Number(string word, FormattableString number, string heading, int? schedule) =>
        new(word, number.ToString(CultureInfo.InvariantCulture), heading, schedule);

    /// <summary>a to z, then aa, bb and so on, as Word counts in letters.</summary>
    private static string Letter(int count) => new((char)('a' + ((count - 1) % 26)), ((count - 1) / 26) + 1);
}

/// <summary>The number of a clause.</summary>
/// <param name="Word">What it is ("Section").</param>
/// <param name="Number">Its number ("4.2(a)").</param>
/// <param name="Heading">Its heading; empty if it has none.</param>
/// <param name="Schedule">The schedule that a paragraph counts in; null for what is numbered through the agreement.</param>
internal sealed record DraftNumber(string Word, string Number, string Heading, int? Schedule);
