namespace AllianceAgreements.Bench.Engine;

/// <summary>Episodes a second as a ratio to raw durable commits a second.</summary>
internal sealed class ThroughputBenchmark(Report report, int oneByOne, int atOnceTimes) : IDisposable
{
    private const int Rounds = 20;
    private const int AtOnce = 64;
    private const double Goal = 0.5;

    private readonly RawCommits _raw = new();

    public async Task RunAsync()
    {
        Report.Section($"Throughput, as a ratio to raw durable commits (goal: at least {Goal} episodes per commit)");
        await using var engine = await BenchEngine.StartAsync();
        await Load.TimeAsync(200, 1, _ => CompleteAsync(engine, engine.StartTwoStepsAsync()));

        await MeasureAsync("started and completed, one by one", oneByOne, 1, episodes: 1, _ => CompleteAsync(engine, engine.StartEchoAsync()));
        await MeasureAsync("two activities each, one by one", oneByOne, 1, episodes: 3, _ => CompleteAsync(engine, engine.StartTwoStepsAsync()));

        var waiting = new Queue<string>();
        await MeasureAsync($"started, {AtOnce} at once", atOnceTimes, AtOnce, episodes: 1, async _ =>
        {
            var id = await engine.StartApprovalAsync();
            lock (waiting)
            {
                waiting.Enqueue(id);
            }
        });
        await MeasureAsync($"woken and completed, {AtOnce} at once", atOnceTimes, AtOnce, episodes: 1, async _ =>
        {
            string id;
            lock (waiting)
            {
                id = waiting.Dequeue();
            }

            await engine.DecideAsync(id);
            await engine.EndAsync(id);
        });
        await MeasureAsync(
            $"two activities each, {AtOnce} at once", atOnceTimes, AtOnce, episodes: 3, _ => CompleteAsync(engine, engine.StartTwoStepsAsync()));
    }

    public void Dispose() => _raw.Dispose();

    /// <summary>Measures in turns with raw commits, so that whatever else the machine does meets both alike.</summary>
    private async Task MeasureAsync(string what, int times, int atOnce, int episodes, Func<int, Task> action)
    {
        var raw = TimeSpan.Zero;
        var engine = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            raw += _raw.Take(oneByOne / Rounds);
            engine += await Load.TimeAsync(times / Rounds, atOnce, action);
        }

        var rawRate = oneByOne / raw.TotalSeconds;
        var instances = times / engine.TotalSeconds;
        report.Goal(
            $"{what}: {instances:0}/s, raw {rawRate:0}/s; episodes per commit", episodes * instances / rawRate, Goal, atLeast: true);
    }

    private static async Task CompleteAsync(BenchEngine engine, Task<string> start) => await engine.EndAsync(await start);
}
