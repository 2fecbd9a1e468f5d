using AllianceAgreements.Contracts.Sweeps;
using AllianceAgreements.Local.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Local.Tests.Hosting;

public sealed class PurgeServiceTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(EmptyInstallation.Ended)]
    public async Task Start_WhetherOrNotAPurgeFails_PurgesAtOnceAndOnceADay(string? failing)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var clock = new FakeTimeProvider();
        var installation = new EmptyInstallation(clock) { Failing = failing };
        using var service = new PurgeService(installation.Purge, clock, NullLogger<PurgeService>.Instance);

        await service.StartAsync(patience.Token);
        Assert.Equal(EmptyInstallation.Ended, await installation.NextAsync(patience.Token));
        for (var day = 0; day < 2; day++)
        {
            clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
            Assert.Empty(installation.TakeAsked());
            clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(EmptyInstallation.Ended, await installation.NextAsync(patience.Token));
        }

        await service.StopAsync(patience.Token);
        Assert.Empty(installation.TakeAsked());
    }
}
