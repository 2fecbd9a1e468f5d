using AllianceAgreements.Contracts.Sweeps;
using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Functions.Sweep;
using AllianceAgreements.Functions.Tests.Orchestration;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Sweep;

public sealed class PurgeFunctionTests
{
    [Fact]
    public void LongestRun_FunctionTimeoutOfTheHost_LeavesTimeForWhatIsInHand() =>
        Assert.InRange(HostSettings.FunctionTimeout - EndedOrchestrations.LongestRun, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));

    [Fact]
    public async Task Run_EveryNight_PurgesWithTheHostsClient()
    {
        var installation = new EmptyInstallation(TimeProvider.System);
        var host = new HostClient();
        await using var client = new FakePlatformClient();

        await new PurgeFunction(installation.Purge, host).RunAsync(new TimerInfo(), client, CancellationToken.None);

        Assert.Equal([EmptyInstallation.Ended], installation.TakeAsked());
        Assert.Same(client, host.Current);
    }
}
