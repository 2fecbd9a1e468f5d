using System.Text.Json.Nodes;
using AllianceAgreements.Bench.Documents.Sketches;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Bench.Documents;

/// <summary>What a table row costs in a short table and in a very long one, and the memory that a draft takes.</summary>
internal static class RowsBenchmark
{
    private const int Few = 200;
    private const int Many = 10_000;

    public static async Task RunAsync(Report report, Workbench workbench, bool quick)
    {
        Report.Section("A table of one row for each item, four fields a row (content controls up to their limit)");
        IReadOnlyList<TemplateFile> files =
        [
            new("rows.docx", new SketchTemplates(workbench.Agreement[0].Content, [new SketchTable("objectives", ["description", "metric", "baseline", "target"])])
                .Create(Dialect.Product)),
        ];
        var (one, few, many) = (InputOf(workbench, 1), InputOf(workbench, Few), InputOf(workbench, Many));
        workbench.Drafter.Draft(files, one);

        // Nothing is kept for drafts of this size yet, so what this allocates is at least what it holds at any moment.
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var draft = workbench.Drafter.Draft(files, many);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        OutputCheck.Read("the draft of many rows", draft);

        var figures = await Contest.RunAsync(
            quick ? 3 : 15,
            [
                Contender.Here("1", 200, () => workbench.Drafter.Draft(files, one)),
                Contender.Here("few", 50, () => workbench.Drafter.Draft(files, few)),
                Contender.Here("many", 2, () => workbench.Drafter.Draft(files, many)),
            ]);
        var (ofFew, ofMany) = ((figures["few"] - figures["1"]) * 1000 / (Few - 1), (figures["many"] - figures["1"]) * 1000 / (Many - 1));
        Report.Figure($"a row, of {Few:N0}", $"{ofFew:0.00} µs");
        Report.Figure($"a row, of {Many:N0}", $"{ofMany:0.00} µs");
        report.Goal("a row of many / a row of few", ofMany / ofFew, 1.2, atLeast: false);

        var expanded = OutputCheck.ExpandedBytes(draft);
        Report.Figure($"the draft of {Many:N0} rows, expanded", $"{expanded / 1024.0 / 1024:0.0} MiB");
        report.Goal("all that was allocated for the first such draft / that", (double)allocated / expanded, 4, atLeast: false);
    }

    /// <summary>The request with so many objectives.</summary>
    private static DraftingInput InputOf(Workbench workbench, int rows)
    {
        var request = workbench.Request.DeepClone().AsObject();
        var samples = workbench.Request["objectives"]!.AsArray();
        request["objectives"] = new JsonArray([.. Enumerable.Range(0, rows).Select(row => samples[row % samples.Count]!.DeepClone())]);
        return new DraftingInput(AgreementTerms.FromStored(System.Text.Encoding.UTF8.GetBytes(request.ToJsonString())), "AA-2026-7F3K-9Q2M", 1);
    }
}
