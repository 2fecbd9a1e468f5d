using System.Xml.Linq;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Bench.Documents;

/// <summary>A redline of two revisions of a draft, of which one has words changed in some of its paragraphs.</summary>
internal static class RedlineBenchmark
{
    private const int Edits = 15;
    private const double GoalInMilliseconds = 150;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly RedlineStamp Stamp = new("Legal", DateTimeOffset.UnixEpoch);

    public static async Task RunAsync(Report report, Workbench workbench, bool quick)
    {
        Report.Section($"A redline of two revisions of that draft, {Edits} edits apart, CPU milliseconds");
        var before = workbench.DraftSketch();
        var after = Edit(before);
        var redline = workbench.Redliner.Compare(before, after, Stamp);
        RequireBoth(redline, before, after);
        var figures = await Contest.RunAsync(quick ? 5 : 15, [Contender.Here("redline", 2, () => workbench.Redliner.Compare(before, after, Stamp))]);
        report.Goal("milliseconds", figures["redline"], GoalInMilliseconds, atLeast: false);
    }

    /// <summary>Another revision: a word changed in every so many paragraphs.</summary>
    private static byte[] Edit(byte[] draft)
    {
        var document = OutputCheck.DocumentOf(draft);
        var texts = document.Descendants(W + "t").Where(text => text.Value.Contains(" shall ", StringComparison.Ordinal)).ToArray();
        for (var edit = 0; edit < Edits; edit++)
        {
            var text = texts[edit * texts.Length / Edits];
            text.Value = text.Value.Replace(" shall ", $" shall, in the case numbered {edit + 1}, ", StringComparison.Ordinal);
        }

        using var content = new MemoryStream();
        document.Save(content, SaveOptions.DisableFormatting);
        return new RawPackage(draft).With("word/document.xml", content.ToArray());
    }

    /// <summary>The law of redlines, for the text: accepting all gives the newer one, rejecting all the older one.</summary>
    private static void RequireBoth(byte[] redline, byte[] before, byte[] after)
    {
        OutputCheck.Read("the redline", redline);
        OutputCheck.RequireSame("the redline, accepted", Without(redline, "del"), Without(after, "del"));
        OutputCheck.RequireSame("the redline, rejected", Without(redline, "ins"), Without(before, "ins"));
        if (OutputCheck.DocumentOf(redline).Descendants(W + "ins").Count() < Edits)
        {
            throw new InvalidOperationException("The redline shows fewer changes than were made.");
        }
    }

    private static string[] Without(byte[] document, string change) =>
    [
        .. OutputCheck.DocumentOf(document).Descendants(W + "p").Select(paragraph => string.Concat(paragraph.Descendants()
            .Where(text => (text.Name == W + "t" || text.Name == W + "delText") && !text.Ancestors(W + change).Any()).Select(text => text.Value))),
    ];
}
