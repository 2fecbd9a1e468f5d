using AllianceAgreements.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceAgreements.Local.Tests.Hosting;

public sealed class LocalHostTests
{
    [Fact]
    public async Task Start_OneProcess_RunsWhatLooksAfterAgreements()
    {
        using var folder = new TemporaryFolder();
        await using var app = await LocalHost.StartAsync(
            new LocalHostOptions { Data = folder.PathOf("data"), Urls = ListeningAddress.FreeLoopback(), LogLevel = LogLevel.Error },
            cancellationToken: TestContext.Current.CancellationToken);

        var running = app.Services.GetServices<IHostedService>().ToList();

        Assert.Single(running.OfType<SweepService>());
        Assert.Single(running.OfType<PurgeService>());
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
