using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Embedded.Tests.Engine.Crashes;

/// <summary>One thing that happens to the ledger from outside.</summary>
internal sealed record ScheduleStep(string What, int Value)
{
    public static ScheduleStep SuspendAndResume { get; } = new("suspend and resume", 0);

    public static ScheduleStep RestartHost { get; } = new("restart the host", 0);

    public static ScheduleStep Raise(int value) => new("raise", value);

    public static ScheduleStep Advance(TimeSpan time) => new("advance", (int)time.TotalSeconds);
}

/// <summary>Plays a schedule on an engine that dies after so many crash points, life by life, and then lives on.</summary>
internal sealed class CrashingStage : IAsyncDisposable
{
    private readonly Queue<int> _lives;
    private int _pointsLeft;

    private CrashingStage(EmbeddedHarness host, int[] lives)
    {
        Host = host;
        _lives = new Queue<int>(lives);
        host.OnCrashPoint = OnCrashPoint;
        NextLife();
    }

    public EmbeddedHarness Host { get; }

    public static async Task<CrashingStage> StartAsync(OrchestrationCatalog catalog, int[] lives, TimeSpan linger) => new(
        await EmbeddedHarness.StartAsync(
            catalog, services => services.Configure<EmbeddedEngineOptions>(options => options.CommitLinger = linger)),
        lives);

    public Task PlayAsync(ScheduleStep step, int number)
    {
        if (step == ScheduleStep.RestartHost)
        {
            return PlayAsync(_ => Host.RestartHostAsync());
        }

        if (step == ScheduleStep.SuspendAndResume)
        {
            return PlayAsync(async client =>
            {
                await client.SuspendInstanceAsync(Ledger.InstanceId);
                await client.ResumeInstanceAsync(Ledger.InstanceId);
            });
        }

        if (step.What is "advance")
        {
            Host.Clock.Advance(TimeSpan.FromSeconds(step.Value));
            return PlayAsync(_ => Task.CompletedTask);
        }

        return PlayAsync(client => client.RaiseEventAsync(Ledger.InstanceId, Ledger.Event, new LedgerEvent(number, step.Value)));
    }

    /// <summary>Does it, and again after a crash, until it is done and everything it set off too.</summary>
    public async Task PlayAsync(Func<IOrchestrationClient, Task> action)
    {
        var done = false;
        while (true)
        {
            try
            {
                if (!done)
                {
                    await action(Host.Client);
                    done = true;
                }

                await Host.WaitUntilIdleAsync();
                return;
            }
            catch (InstanceAlreadyExistsException)
            {
                // It was stored before the crash, and only the answer was lost.
                done = true;
            }
            catch (Exception e) when (e is EngineStoppedException or SimulatedCrashException || e.InnerException is SimulatedCrashException)
            {
                NextLife();
                await Host.RestartHostAsync();
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        Host.OnCrashPoint = null;
        return Host.DisposeAsync();
    }

    private void NextLife() => Volatile.Write(ref _pointsLeft, _lives.TryDequeue(out var points) ? points : int.MaxValue);

    private void OnCrashPoint(CrashPoint point, string subject)
    {
        // Once dead, whatever still runs of this life dies at its next point as well.
        if (Volatile.Read(ref _pointsLeft) != int.MaxValue && Interlocked.Decrement(ref _pointsLeft) <= 0)
        {
            throw new SimulatedCrashException();
        }
    }

    private sealed class SimulatedCrashException : Exception;
}
