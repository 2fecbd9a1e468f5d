using System.Diagnostics;
using System.Text;
using AllianceAgreements.Bench.Documents.Sketches;

namespace AllianceAgreements.Bench.Documents;

/// <summary>One draft by a process that starts for it: the program as it is published, and the npm peers on Node.js.</summary>
internal static class ColdBenchmark
{
    private const string Ours = "this product, published";

    public static async Task RunAsync(Report report, Workbench workbench, string peers)
    {
        Report.Section("One draft by a new process: from start to end, and its CPU time (medians)");
        if (await PublishedProgram.MakeAsync() is not { } program)
        {
            report.Miss("the program cannot be published here, so there is no cold draft to measure");
            return;
        }

        using var files = new TemporaryFolder();
        files.Write($"{(string)workbench.Request["form"]!}.docx", workbench.Sketch.Create(Dialect.Product));
        var data = files.Write("data.json", Encoding.UTF8.GetBytes(SketchData.Of(workbench.Request).ToJsonString()));
        var output = Path.Combine(files.Folder, "cold.docx");
        var contenders = new List<(string Name, string Program, string[] Arguments)>
        {
            (Ours, program, ["draft", Workbench.RequestPath, "--output", output, "--reference", "AA-2026-7F3K-9Q2M", "--templates", files.Folder]),
        };
        foreach (var (name, dialect) in DraftingBenchmark.Templating)
        {
            contenders.Add((name, "node", [peers, name, files.Write($"{name}.template", workbench.Sketch.Create(dialect)), data, output]));
        }

        var measured = contenders.ToDictionary(contender => contender.Name, _ => new List<(double Wall, double Cpu)>(), StringComparer.Ordinal);
        IReadOnlyList<string> expected = OutputCheck.Read(Ours, workbench.DraftSketch());
        for (var round = -2; round < 15; round++)
        {
            foreach (var (name, executable, arguments) in contenders)
            {
                File.Delete(output);
                var (wall, cpu) = await RunAsync(executable, arguments);
                if (round < 0)
                {
                    OutputCheck.RequireSame(name, OutputCheck.Read(name, await File.ReadAllBytesAsync(output)), expected);
                }
                else
                {
                    measured[name].Add((wall, cpu));
                }
            }
        }

        var medians = measured.ToDictionary(
            pair => pair.Key,
            pair => (Wall: Contest.Median([.. pair.Value.Select(run => run.Wall)]), Cpu: Contest.Median([.. pair.Value.Select(run => run.Cpu)])),
            StringComparer.Ordinal);
        foreach (var (name, (wall, cpu)) in medians)
        {
            Report.Figure(name, $"{wall:0} ms, CPU {cpu:0} ms");
        }

        var others = medians.Where(pair => pair.Key != Ours).Select(pair => pair.Value).ToArray();
        report.Goal("from start to end: this product / the fastest npm peer", medians[Ours].Wall / others.Min(other => other.Wall), 1, atLeast: false);
        report.Goal("CPU: this product / the npm peer with the least", medians[Ours].Cpu / others.Min(other => other.Cpu), 1, atLeast: false);
    }

    private static async Task<(double Wall, double Cpu)> RunAsync(string program, string[] arguments)
    {
        var before = ChildProcesses.CpuTime;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (watch.Elapsed.TotalMilliseconds, (ChildProcesses.CpuTime - before).TotalMilliseconds)
            : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
    }
}
