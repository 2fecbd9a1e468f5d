using AllianceAgreements.Contracts;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class DueTimersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arm_ClockMovesMeanwhile_TimerStillFiresWhenDue()
    {
        var clock = new RestlessClock();
        await using var host = await EmbeddedHarness.StartAsync(
            new OrchestrationCatalog().Orchestrator("Test", async context =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(30), CancellationToken.None);
                return "reminded";
            }),
            services => services.AddSingleton<TimeProvider>(clock));

        // The engine reads the clock to arm the timer right after the commit that stores it.
        host.OnCrashPoint = (point, _) => clock.MovesAfterRead = point == CrashPoint.AfterCommit && host.HasTimers;
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Cancel);

        Assert.Equal("reminded", (await host.WaitForEndAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>Moves on by a minute between a reading and what is done with it.</summary>
    private sealed class RestlessClock : TimeProvider
    {
        private readonly FakeTimeProvider _inner = new(new DateTimeOffset(2030, 1, 1, 9, 0, 0, TimeSpan.Zero));

        public bool MovesAfterRead { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var now = _inner.GetUtcNow();
            if (MovesAfterRead)
            {
                MovesAfterRead = false;
                _inner.Advance(TimeSpan.FromMinutes(1));
            }

            return now;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            _inner.CreateTimer(callback, state, dueTime, period);
    }
}
