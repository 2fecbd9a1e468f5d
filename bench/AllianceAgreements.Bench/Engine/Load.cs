using System.Diagnostics;

namespace AllianceAgreements.Bench.Engine;

/// <summary>Does something many times, so many at once, and takes the time.</summary>
internal static class Load
{
    public static async Task<TimeSpan> TimeAsync(int times, int atOnce, Func<int, Task> action)
    {
        var next = -1;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < times)
            {
                await action(number);
            }
        })));
        return Stopwatch.GetElapsedTime(begun);
    }

    public static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        var begun = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(begun);
    }

    public static double Percentile(IReadOnlyCollection<TimeSpan> samples, double share) =>
        samples.Order().ElementAt((int)Math.Min(samples.Count - 1, samples.Count * share)).TotalMilliseconds;
}
