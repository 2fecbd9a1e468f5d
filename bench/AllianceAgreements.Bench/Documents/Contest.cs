namespace AllianceAgreements.Bench.Documents;

/// <summary>Something to measure.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Times">How often it is done in a round.</param>
/// <param name="MeasureAsync">Does it so many times; the CPU time of its process for each, in milliseconds.</param>
internal sealed record Contender(string Name, int Times, Func<int, Task<double>> MeasureAsync)
{
    /// <summary>Something that this process does.</summary>
    public static Contender Here(string name, int times, Action action) => new(name, times, count => Task.FromResult(Measure(count, action)));

    private static double Measure(int times, Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var done = 0; done < times; done++)
        {
            action();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }
}

/// <summary>Measures contenders in turns, so that whatever else the machine does meets all alike; the median of the rounds counts.</summary>
internal static class Contest
{
    /// <summary>Milliseconds of CPU time, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(int rounds, params IReadOnlyList<Contender> contenders)
    {
        var measured = contenders.ToDictionary(contender => contender.Name, _ => new List<double>(), StringComparer.Ordinal);

        // What a just-in-time compiler does in the first rounds is no part of a warm draft.
        for (var round = -WarmRounds(rounds); round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                var each = await contender.MeasureAsync(contender.Times);
                if (round >= 0)
                {
                    measured[contender.Name].Add(each);
                }
            }
        }

        return measured.ToDictionary(pair => pair.Key, pair => Median(pair.Value), StringComparer.Ordinal);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static int WarmRounds(int rounds) => Math.Max(2, rounds / 2);
}
