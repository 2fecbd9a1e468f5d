using AllianceAgreements.Bench.Azure;
using AllianceAgreements.Bench.Documents;
using AllianceAgreements.Bench.Engine;

namespace AllianceAgreements.Bench;

internal static class Program
{
    private static readonly Dictionary<string, Func<bool, Task<bool>>> Benchmarks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["documents"] = DocumentsBenchmark.RunAsync,
        ["engine"] = EngineBenchmark.RunAsync,
        ["azure-transactions"] = TransactionsBenchmark.RunAsync,
    };

    /// <summary>
    /// <c>[name] [--quick]</c>: one benchmark, or all. Exit code 0 when every goal is met, 1 when not, 2 for a wrong call.
    /// A quick run shows that the benchmarks still work; it is too short to judge by, so a missed goal does not fail it.
    /// </summary>
    private static async Task<int> Main(string[] args)
    {
        var quick = args.Contains("--quick");
        var names = args.Where(arg => arg is not "--quick").ToList();
        if (names.Exists(name => !Benchmarks.ContainsKey(name)))
        {
            await Console.Error.WriteLineAsync($"Usage: [{string.Join('|', Benchmarks.Keys)}] [--quick]");
            return 2;
        }

        var met = true;
        foreach (var name in names.Count == 0 ? [.. Benchmarks.Keys] : names)
        {
            met &= await Benchmarks[name](quick);
        }

        return met || quick ? 0 : 1;
    }
}
