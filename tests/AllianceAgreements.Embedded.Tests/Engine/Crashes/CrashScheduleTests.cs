using CsCheck;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine.Crashes;

/// <summary>The law: whatever comes, in whatever order, and wherever the engine dies meanwhile, the outcome is that of a run without crashes.</summary>
public sealed class CrashScheduleTests
{
    private const int Schedules = 40;

    private static readonly Gen<ScheduleStep> GenStep = Gen.Frequency(
        (5, Gen.Int[0, 9].Select(value => ScheduleStep.Raise(value))),
        (3, Gen.Int[1, 40].Select(seconds => ScheduleStep.Advance(TimeSpan.FromSeconds(seconds)))),
        (1, Gen.Const(ScheduleStep.SuspendAndResume)),
        (1, Gen.Const(ScheduleStep.RestartHost)));

    // How many crash points each life of the engine passes before it dies, and how many milliseconds its commits linger.
    private static readonly Gen<(ScheduleStep[] Steps, int[] Lives, int Linger)> GenSchedule =
        Gen.Select(GenStep.Array[1, 12], Gen.Int[1, 25].Array[1, 6], Gen.Bool.Select(lingers => lingers ? 2 : 0));

    [Fact]
    public async Task Run_RandomSchedule_CrashesChangeNothing()
    {
        await GenSchedule.SampleAsync(
            async schedule =>
            {
                var (calm, calmAttempts) = await PlayAsync(schedule.Steps, lives: [], schedule.Linger);
                var (troubled, attempts) = await PlayAsync(schedule.Steps, schedule.Lives, schedule.Linger);

                Assert.Equal(calm, troubled);
                Assert.Equal(calmAttempts.Keys.Order(), attempts.Keys.Order());

                // Each death repeats an activity at most once more.
                Assert.All(attempts, attempt => Assert.InRange(
                    attempt.Value, calmAttempts[attempt.Key], calmAttempts[attempt.Key] + schedule.Lives.Length));
            },
            iter: Schedules,
            threads: 1);
    }

    private static async Task<(string Outcome, IReadOnlyDictionary<string, int> Attempts)> PlayAsync(
        ScheduleStep[] steps, int[] lives, int linger)
    {
        var effects = new Effects();
        await using var stage = await CrashingStage.StartAsync(
            Ledger.Catalog(effects.Have), lives, TimeSpan.FromMilliseconds(linger));
        await stage.PlayAsync(client => client.ScheduleNewOrchestrationInstanceAsync(
            Ledger.Name, LedgerState.Empty, new() { InstanceId = Ledger.InstanceId }));
        foreach (var (number, step) in steps.Index())
        {
            await stage.PlayAsync(step, number);
        }

        await stage.PlayAsync(client => client.RaiseEventAsync(Ledger.InstanceId, Ledger.Event, new LedgerEvent(steps.Length, Ledger.End)));
        var ended = await stage.Host.WaitForEndAsync(Ledger.InstanceId);
        return ($"{ended.RuntimeStatus}: {ended.SerializedOutput}", effects.Attempts);
    }

    /// <summary>What the activities do to the world: once for a key, however often they are asked.</summary>
    private sealed class Effects
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _attempts = [];

        public IReadOnlyDictionary<string, int> Attempts => _attempts;

        public string Have(string key)
        {
            lock (_lock)
            {
                _attempts[key] = _attempts.GetValueOrDefault(key) + 1;
            }

            return key.EndsWith('5') ? throw new InvalidOperationException($"{key} cannot be done") : key;
        }
    }
}
