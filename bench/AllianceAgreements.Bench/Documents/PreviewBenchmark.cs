using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AllianceAgreements.Bench.Documents.Peers;

namespace AllianceAgreements.Bench.Documents;

/// <summary>A preview of a draft, against the npm package that makes HTML of Word files.</summary>
internal static partial class PreviewBenchmark
{
    private const string Ours = "this product";

    public static async Task RunAsync(Report report, Workbench workbench, string? peers, bool quick)
    {
        Report.Section("A preview of that draft as HTML, CPU milliseconds");
        var draft = workbench.DraftSketch();
        RequireAllText(workbench.Preview.ToHtml(draft), draft);
        using var files = new TemporaryFolder();
        using var mammoth = peers is null ? null : await NpmPeer.StartAsync(
            peers, "mammoth", files.Write("draft.docx", draft), files.Write("none.json", Encoding.UTF8.GetBytes("{}")));
        if (mammoth is not null)
        {
            RequireAllText(await File.ReadAllTextAsync(mammoth.Output), draft);
        }

        var figures = await Contest.RunAsync(
            quick ? 5 : 15,
            [Contender.Here(Ours, 10, () => workbench.Preview.ToHtml(draft)), .. mammoth is null ? (Contender[])[] : [mammoth.Contender(3)]]);
        foreach (var (name, milliseconds) in figures)
        {
            Report.Figure(name, $"{milliseconds:0.00} ms");
        }

        if (mammoth is not null)
        {
            report.Goal("mammoth / this product", figures[mammoth.Name] / figures[Ours], 10, atLeast: true);
        }
    }

    /// <summary>Every paragraph of the draft must be in the preview.</summary>
    private static void RequireAllText(string html, byte[] draft)
    {
        var shown = Spaces.Replace(WebUtility.HtmlDecode(Element.Replace(html, "")), "");
        if (OutputCheck.Read("the draft", draft).FirstOrDefault(paragraph => !shown.Contains(Spaces.Replace(paragraph, ""), StringComparison.Ordinal)) is { } missing)
        {
            throw new InvalidOperationException($"A preview lacks this paragraph: {missing}");
        }
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Element { get; }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces { get; }
}
