using System.Diagnostics;
using System.Globalization;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Embedded.Tests.Engine.Crashes;

/// <summary>
/// The process that the crash tests kill. It starts the journey unless it is there already, raises its event, and prints the
/// outcome; or it kills itself at the crash point it is told.
/// </summary>
internal sealed class CrashHost(string folder, int killAt) : ICrashPoints
{
    public const string Verb = "--crash-host";
    private const string InstanceId = "journey";

    private readonly Lock _lock = new();
    private int _reached;

    private string Effects => Path.Combine(folder, "effects");

    /// <param name="args">The data folder, and which crash point to die at; 0 for none.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var host = new CrashHost(args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
        await Console.Out.WriteLineAsync(await host.RunAsync());
        return 0;
    }

    public void Reached(CrashPoint point, string subject)
    {
        lock (_lock)
        {
            if (++_reached == killAt)
            {
                // SIGKILL: nothing of this process runs after it, not even a finally block.
                using var self = Process.GetCurrentProcess();
                self.Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        }
    }

    private async Task<string> RunAsync()
    {
        Directory.CreateDirectory(Effects);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ICrashPoints>(this)
            .AddSingleton(Journey.Catalog(HaveEffect, TimeSpan.FromMilliseconds(1)))
            .AddEmbeddedEngine(options =>
            {
                // Every step in a transaction of its own has the most points to die at.
                options.DataFolder = folder;
                options.CommitLinger = TimeSpan.Zero;
            })
            .BuildServiceProvider();
        var engine = services.GetRequiredService<EmbeddedEngine>();
        await engine.StartAsync(CancellationToken.None);

        var client = services.GetRequiredService<IOrchestrationClient>();
        if (await client.GetInstanceAsync(InstanceId) is null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(Journey.Name, null, new() { InstanceId = InstanceId });
        }

        // Whether it was raised before the crash nobody knows; raising it twice changes nothing.
        await client.RaiseEventAsync(InstanceId, Journey.Decision, "yes");
        var ended = await client.WaitForInstanceCompletionAsync(InstanceId, getInputsAndOutputs: true);
        await engine.StopAsync(CancellationToken.None);
        return $"{ended.RuntimeStatus}: {ended.ReadOutputAs<string>()}";
    }

    private string HaveEffect(string key)
    {
        lock (_lock)
        {
            File.AppendAllLines(Path.Combine(folder, "attempts.log"), [key]);
        }

        Reached(CrashPoint.BeforeActivity, "inside, before the effect");
        File.AppendAllText(Path.Combine(Effects, key), "done\n");
        Reached(CrashPoint.AfterActivity, "inside, after the effect");
        return key;
    }
}
