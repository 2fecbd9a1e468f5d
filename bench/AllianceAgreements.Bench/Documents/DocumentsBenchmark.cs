using AllianceAgreements.Bench.Documents.Peers;

namespace AllianceAgreements.Bench.Documents;

/// <summary>Drafts, previews and redlines, in CPU time, as ratios to floors and to npm peers of the same run.</summary>
internal static class DocumentsBenchmark
{
    /// <returns>False when a goal was missed.</returns>
    public static async Task<bool> RunAsync(bool quick)
    {
        var report = new Report();
        await using var workbench = await Workbench.CreateAsync();
        var peers = quick ? null : await NpmPeers.InstallAsync();
        await DraftingBenchmark.RunAsync(report, workbench, peers, quick);
        await RowsBenchmark.RunAsync(report, workbench, quick);
        await PreviewBenchmark.RunAsync(report, workbench, peers, quick);
        await RedlineBenchmark.RunAsync(report, workbench, quick);
        if (peers is not null)
        {
            await ColdBenchmark.RunAsync(report, workbench, peers);
        }

        return report.AllMet && (quick || peers is not null);
    }
}
