using System.Diagnostics;
using System.Globalization;

namespace AllianceAgreements.Bench.Documents.Peers;

/// <summary>One of the npm packages, in a process that stays, so that it is as warm as this one.</summary>
internal sealed class NpmPeer : IDisposable
{
    private readonly Process _process;

    private NpmPeer(string name, string output, Process process) => (Name, Output, _process) = (name, output, process);

    public string Name { get; }

    /// <summary>The file it wrote when it started.</summary>
    public string Output { get; }

    /// <summary>Starts it; it has done its work once then.</summary>
    /// <param name="script">The script that runs the packages.</param>
    /// <param name="name">The package.</param>
    /// <param name="input">The file it works on.</param>
    /// <param name="data">The values to fill in.</param>
    public static async Task<NpmPeer> StartAsync(string script, string name, string input, string data)
    {
        var output = $"{input}.{name}.out";
        var process = Process.Start(new ProcessStartInfo("node", [script, name, input, data, output, "serve"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var peer = new NpmPeer(name, output, process);
        return await process.StandardOutput.ReadLineAsync() == "ready" ? peer : throw new InvalidOperationException($"{name} did not start.");
    }

    /// <summary>It as a contender.</summary>
    public Contender Contender(int times) => new(Name, times, MeasureAsync);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<double> MeasureAsync(int times)
    {
        await _process.StandardInput.WriteLineAsync(times.ToString(CultureInfo.InvariantCulture));
        await _process.StandardInput.FlushAsync();
        var microseconds = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{Name} ended.");
        return double.Parse(microseconds, CultureInfo.InvariantCulture) / 1000 / times;
    }
}
