using System.Diagnostics;
using AllianceAgreements.Contracts.Crashes;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>
/// The process that the crash tests kill: the product as it runs for people, which says on standard output what it passes, and kills
/// itself where its <see cref="Death"/> says so. Told <c>finish ID</c> on standard input, it ends once that orchestration has.
/// </summary>
internal sealed class CrashHost(Death death) : ICrashPoints
{
    public const string Verb = "--crash-host";
    public const string Ready = "ready ";
    public const string Passed = "passed ";
    public const string Dying = "dying ";
    public const string Finish = "finish ";

    private readonly Lock _lock = new();
    private int _reached;

    /// <param name="args">The data folder, and how to die; see <see cref="Death.Parse"/>.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var host = new CrashHost(Death.Parse(args[1..]));
        var options = new LocalHostOptions { Data = args[0], Urls = ListeningAddress.FreeLoopback(), LogLevel = LogLevel.Error };
        await using var app = await LocalHost.StartAsync(options, host.Customise);
        await Console.Out.WriteLineAsync(Ready + ListeningAddress.PublicOf(options.Urls));

        // Without input it belongs to nobody any more.
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Finish, StringComparison.Ordinal))
            {
                await FinishAsync(app, line[Finish.Length..]);
                return 0;
            }
        }

        return 1;
    }

    public void Reached(CrashPoint point, string subject) => Reached((point switch
    {
        CrashPoint.BeforeCommit => "before commit",
        CrashPoint.AfterCommit => "after commit",
        CrashPoint.BeforeActivity => "before activity",
        _ => "after activity",
    } + " " + subject).TrimEnd());

    private static async Task FinishAsync(WebApplication app, string instanceId)
    {
        var ended = await app.Services.GetRequiredService<IOrchestrationClient>().WaitForInstanceCompletionAsync(instanceId);
        await app.StopAsync();
        if (ended.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
        {
            throw new InvalidOperationException($"The orchestration ended as {ended.RuntimeStatus}.");
        }
    }

    private void Customise(IServiceCollection services) => services.AddSingleton<ICrashPoints>(this).AddCrashPoints(Reached);

    private void Reached(string point)
    {
        lock (_lock)
        {
            if (death.Concerns(point) && ++_reached == death.At)
            {
                Console.Out.WriteLine(Dying + point);

                // SIGKILL: nothing of this process runs after it, not even a finally block.
                using var self = Process.GetCurrentProcess();
                self.Kill();
                Thread.Sleep(Timeout.Infinite);
            }

            Console.Out.WriteLine(Passed + point);
        }
    }
}
