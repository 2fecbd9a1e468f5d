using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine.Crashes;

/// <summary>Kills the process at each of its crash points in turn, and starts it again.</summary>
public sealed class KillTests
{
    private const int SigKill = 128 + 9;

    // The journey has more; fewer would mean that the points are not reached any more.
    private const int FewestPoints = 30;

    // The two mails run side by side, and so does an activity whose result is being committed.
    private const int MostRunningActivities = 2;

    // Only a failing test waits as long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Kill_AtEveryPoint_EndsAsWithoutAndRepeatsOnlyWhatRan()
    {
        var point = 0;
        bool killed;
        do
        {
            killed = await KillAndRecoverAsync(++point);
        }
        while (killed);

        Assert.True(point > FewestPoints, $"Only {point - 1} crash points were reached.");
    }

    /// <returns>False when the journey ended before the point.</returns>
    private static async Task<bool> KillAndRecoverAsync(int point)
    {
        using var folder = new TemporaryFolder();
        var first = await RunAsync(folder.Path, point);
        Assert.True(first.ExitCode is 0 or SigKill, first.Output);
        var last = first.ExitCode == SigKill ? await RunAsync(folder.Path, killAt: 0) : first;

        Assert.True(last.ExitCode == 0, $"After the kill at point {point}: exit code {last.ExitCode}. {last.Output}");
        Assert.Equal($"Completed: {Journey.Outcome}", last.Output.Trim());
        var attempts = await File.ReadAllLinesAsync(Path.Combine(folder.Path, "attempts.log"));
        Assert.Equal(Journey.Keys.Order(), attempts.Distinct().Order());
        Assert.Equal(
            Journey.Keys.Order(), Directory.EnumerateFiles(Path.Combine(folder.Path, "effects")).Select(Path.GetFileName).Order());
        Assert.InRange(attempts.Length, Journey.Keys.Length, Journey.Keys.Length + MostRunningActivities);
        return first.ExitCode == SigKill;
    }

    private static async Task EndOfAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        }
        catch
        {
            // A journey that never ends must not outlive the test.
            process.Kill();
            throw;
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string folder, int killAt)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [CrashHost.Verb, folder, killAt.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await EndOfAsync(process);
        return (process.ExitCode, await output + await errors);
    }
}
