using CsCheck;

namespace AllianceAgreements.Workflows.Tests.Crashes;

/// <summary>The law: whatever people do, in whatever order and however often, and wherever the host dies meanwhile, nothing is lost, doubled or left undone.</summary>
public sealed class CrashScheduleTests
{
    private const int Schedules = 15;

    // How many crash points each life of the host passes before it dies.
    private static readonly Gen<(ScheduleStep[] Steps, int[] Lives)> GenSchedule =
        Gen.Select(ScheduleStep.GenSchedule, Gen.Int[1, 90].Array[2, 8]);

    [Fact]
    public async Task Play_AnySchedule_CrashesChangeNothing()
    {
        var deaths = 0;
        await GenSchedule.SampleAsync(
            async schedule =>
            {
                var (calm, none) = await PlayAsync(schedule.Steps, lives: []);
                var (troubled, died) = await PlayAsync(schedule.Steps, schedule.Lives);

                Assert.Equal(0, none);
                Assert.Equal(calm.Events, troubled.Events);
                Assert.Equal(calm.MailKeys, troubled.MailKeys);
                calm.CheckLaws();
                troubled.CheckLaws();
                deaths += died;
            },
            iter: Schedules,
            threads: 1);
        Assert.True(deaths > Schedules, $"The host died only {deaths} times.");
    }

    private static async Task<(ScheduleOutcome Outcome, int Deaths)> PlayAsync(ScheduleStep[] steps, int[] lives)
    {
        await using var stage = await CrashingStage.StartAsync(lives);
        await stage.PlayAsync(steps);
        return (await stage.ReadOutcomeAsync(), stage.Deaths);
    }
}
