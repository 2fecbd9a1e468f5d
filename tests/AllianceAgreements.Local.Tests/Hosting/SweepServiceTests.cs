using AllianceAgreements.Contracts.Sweeps;
using AllianceAgreements.Local.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Local.Tests.Hosting;

public sealed class SweepServiceTests : IAsyncDisposable
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly EmptyInstallation _installation;
    private readonly SweepService _service;

    public SweepServiceTests()
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(60));
        _installation = new EmptyInstallation(_clock);
        _service = new SweepService(_installation.Repair, _installation.Sweep, _clock, NullLogger<SweepService>.Instance);
    }

    [Fact]
    public async Task Start_AllIsWell_LooksAtAllOnceThenAtWhatChangedLately()
    {
        await _service.StartAsync(_patience.Token);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Interrupted);

        for (var sweep = 0; sweep < 3; sweep++)
        {
            _clock.Advance(BetweenSweeps);
            await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue);
        }
    }

    [Fact]
    public async Task Start_RecordsCannotBeRead_WakesWhatIsOverdueAndLooksAtAllAgainUntilItCan()
    {
        _installation.Failing = EmptyInstallation.All;
        await _service.StartAsync(_patience.Token);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Overdue);
        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Overdue);

        _installation.Failing = null;
        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Interrupted);

        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue);
    }

    [Fact]
    public async Task Start_WhatIsDueCannotBeRead_WakesWhatWasInterruptedAsSoonAsItCan()
    {
        _installation.Failing = EmptyInstallation.Interrupted;
        await _service.StartAsync(_patience.Token);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Interrupted, EmptyInstallation.Overdue);

        _installation.Failing = null;
        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Interrupted);
    }

    [Fact]
    public async Task Sweep_LookAtWhatChangedFails_WakesWhatIsOverdueAllTheSame()
    {
        await _service.StartAsync(_patience.Token);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Interrupted);

        _installation.Failing = EmptyInstallation.Recent;
        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue);

        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue);
    }

    [Fact]
    public async Task Sweep_DayHasPassed_LooksAtAllOnceMore()
    {
        await _service.StartAsync(_patience.Token);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Interrupted);
        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue);

        _clock.Advance(TimeSpan.FromDays(1));
        while (await _installation.NextAsync(_patience.Token) is not EmptyInstallation.GoOn)
        {
            // Sweeps of that day; how many depends on how many of its ticks come together.
        }

        await AssertAsksAsync(EmptyInstallation.All);
        for (var sweep = 0; sweep < 3; sweep++)
        {
            _clock.Advance(BetweenSweeps);
            await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue);
        }
    }

    [Fact]
    public async Task Sweep_LookAfterADayFails_IsRepeatedByTheNextSweep()
    {
        _installation.Failing = EmptyInstallation.GoOn;
        await _service.StartAsync(_patience.Token);
        await AssertAsksAsync(EmptyInstallation.All, EmptyInstallation.Interrupted);
        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue);

        _clock.Advance(TimeSpan.FromDays(1));
        while (await _installation.NextAsync(_patience.Token) is not EmptyInstallation.GoOn)
        {
            // As above.
        }

        _clock.Advance(BetweenSweeps);
        await AssertAsksAsync(EmptyInstallation.Recent, EmptyInstallation.Overdue, EmptyInstallation.GoOn);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        _patience.Dispose();
    }

    private async Task AssertAsksAsync(params string[] questions)
    {
        foreach (var question in questions)
        {
            Assert.Equal(question, await _installation.NextAsync(_patience.Token));
        }
    }
}
