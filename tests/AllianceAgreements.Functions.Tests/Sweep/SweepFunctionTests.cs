using AllianceAgreements.Contracts.Sweeps;
using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Functions.Sweep;
using AllianceAgreements.Functions.Tests.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Sweep;

public sealed class SweepFunctionTests : IAsyncDisposable
{
    private readonly EmptyInstallation _installation = new(TimeProvider.System);
    private readonly HostClient _host = new();
    private readonly FakePlatformClient _client = new();

    private SweepFunction Function => new(_installation.Repair, _installation.Sweep, _host);

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void LookAtMost_FunctionTimeoutOfTheHost_LeavesTimeToWakeWhatIsOverdue() =>
        Assert.InRange(HostSettings.FunctionTimeout - SweepFunction.LookAtMost, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));

    [Fact]
    public async Task Run_EveryFewMinutes_LooksAtWhatChangedThenWakesWhatIsOverdue()
    {
        await Function.RunAsync(new TimerInfo(), _client, CancellationToken.None);

        Assert.Equal([EmptyInstallation.Recent, EmptyInstallation.Overdue], _installation.TakeAsked());
        Assert.Same(_client, _host.Current);
    }

    [Fact]
    public async Task RunNightly_EveryNight_LooksAtAllFromWhereItWasThenWakesWhatIsOverdue()
    {
        await Function.RunNightlyAsync(new TimerInfo(), _client, CancellationToken.None);

        Assert.Equal([EmptyInstallation.GoOn, EmptyInstallation.All, EmptyInstallation.Overdue], _installation.TakeAsked());
        Assert.Same(_client, _host.Current);
    }

    [Fact]
    public async Task Run_LookFails_WakesWhatIsOverdueAndIsSeenToFail()
    {
        _installation.Failing = EmptyInstallation.Recent;

        await Assert.ThrowsAsync<TaskCanceledException>(() => Function.RunAsync(new TimerInfo(), _client, CancellationToken.None));

        Assert.Equal([EmptyInstallation.Recent, EmptyInstallation.Overdue], _installation.TakeAsked());
    }

    [Fact]
    public async Task RunNightly_LookFails_WakesWhatIsOverdueAndIsSeenToFail()
    {
        _installation.Failing = EmptyInstallation.All;

        await Assert.ThrowsAsync<TaskCanceledException>(() => Function.RunNightlyAsync(new TimerInfo(), _client, CancellationToken.None));

        Assert.Equal([EmptyInstallation.GoOn, EmptyInstallation.All, EmptyInstallation.Overdue], _installation.TakeAsked());
    }
}
