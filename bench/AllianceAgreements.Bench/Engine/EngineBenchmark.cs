namespace AllianceAgreements.Bench.Engine;

/// <summary>The embedded engine against the raw durable commit rate of the same disk in the same run, and against itself when empty.</summary>
internal static class EngineBenchmark
{
    /// <returns>False when a goal was missed.</returns>
    public static async Task<bool> RunAsync(bool quick)
    {
        var report = new Report();
        using (var throughput = new ThroughputBenchmark(report, oneByOne: quick ? 500 : 3_000, atOnceTimes: quick ? 5_000 : 30_000))
        {
            await throughput.RunAsync();
        }

        await WaitingBenchmark.RunAsync(report, waiting: quick ? 10_000 : 100_000, samples: quick ? 500 : 2_000);
        return report.AllMet;
    }
}
