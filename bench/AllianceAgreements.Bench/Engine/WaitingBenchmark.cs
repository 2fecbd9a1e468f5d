namespace AllianceAgreements.Bench.Engine;

/// <summary>What many waiting instances cost one that is woken, and the process's memory.</summary>
internal static class WaitingBenchmark
{
    private const int AtOnce = 64;
    private const double LatencyRatio = 1.2;

    // What the runtime's own pools and caches may move between two measurements.
    private const double MemorySlackMiB = 8;

    public static async Task RunAsync(Report report, int waiting, int samples)
    {
        await using var empty = await BenchEngine.StartAsync();
        await using var full = await BenchEngine.StartAsync();
        await LatenciesAsync(empty, 100);
        await LatenciesAsync(full, 100);

        var before = MemoryMiB();
        var filling = await Load.TimeAsync(waiting, AtOnce, _ => full.StartApprovalAsync());
        var after = MemoryMiB();

        // In turns, so that whatever else the machine does meets both alike.
        var emptyLatencies = new List<TimeSpan>(samples);
        var fullLatencies = new List<TimeSpan>(samples);
        for (var i = 0; i < samples; i++)
        {
            emptyLatencies.AddRange(await LatenciesAsync(empty, 1));
            fullLatencies.AddRange(await LatenciesAsync(full, 1));
        }

        Report.Section($"With {waiting:N0} instances waiting (started at {waiting / filling.TotalSeconds:0}/s)");
        Latency("wake-up latency, empty: median, p95 (ms)", emptyLatencies);
        Latency("wake-up latency, full: median, p95 (ms)", fullLatencies);
        report.Goal("median latency, full to empty", Ratio(0.5), LatencyRatio, atLeast: false);
        Report.Figure("p95 latency, full to empty", $"{Ratio(0.95):0.00}");
        Report.Figure("managed memory before, after (MiB)", $"{before:0.0}, {after:0.0}");
        report.Goal("managed memory grown by (MiB)", after - before, MemorySlackMiB, atLeast: false);

        double Ratio(double share) => Load.Percentile(fullLatencies, share) / Load.Percentile(emptyLatencies, share);
    }

    /// <summary>From raising the event until the instance is known to have ended.</summary>
    private static async Task<List<TimeSpan>> LatenciesAsync(BenchEngine engine, int samples)
    {
        var latencies = new List<TimeSpan>(samples);
        for (var i = 0; i < samples; i++)
        {
            var id = await engine.StartApprovalAsync();
            latencies.Add(await Load.TimeAsync(async () =>
            {
                await engine.DecideAsync(id);
                await engine.EndAsync(id);
            }));
        }

        return latencies;
    }

    private static void Latency(string what, List<TimeSpan> samples) =>
        Report.Figure(what, $"{Load.Percentile(samples, 0.5):0.00}, {Load.Percentile(samples, 0.95):0.00}");

    private static double MemoryMiB() => GC.GetTotalMemory(forceFullCollection: true) / (1024.0 * 1024);
}
