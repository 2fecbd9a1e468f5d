using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class EmbeddedOrchestrationTests : OrchestrationContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateTimer_Cancelled_NeverWakesTheInstance()
    {
        await using var host = await EmbeddedHarness.StartAsync(new OrchestrationCatalog()
            .Orchestrator("Test", async context =>
            {
                using var giveUp = new CancellationTokenSource();
                _ = context.CreateTimer(TimeSpan.FromSeconds(1), giveUp.Token);
                await context.WaitForExternalEvent<string>("decision");
                giveUp.Cancel();
                context.SetCustomStatus("decided");
                return await context.WaitForExternalEvent<string>("go");
            }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: Token);
        await host.Client.RaiseEventAsync(id, "decision", "yes", Token);
        var decided = await host.WaitForStatusAsync(id, "decided");

        await host.AdvanceAsync(TimeSpan.FromSeconds(2));
        await host.WaitUntilIdleAsync();

        Assert.Equal(decided.LastUpdatedAt, (await host.Client.GetInstanceAsync(id, cancellationToken: Token))!.LastUpdatedAt);
    }

    protected override async Task<OrchestrationHarness> StartHostAsync(OrchestrationCatalog catalog) =>
        await EmbeddedHarness.StartAsync(catalog);
}
