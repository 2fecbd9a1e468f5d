using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    [Fact]
    public async Task ContinueAsNew_UntilDone_BeginsAnewWithEachInput()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<int, int>("Test", (context, round) =>
            {
                if (round < 5)
                {
                    context.ContinueAsNew(round + 1);
                }

                return Task.FromResult(round);
            }));

        var id = await StartTestAsync(host, 1);

        Assert.Equal(5, await OutputAsync<int>(host, id));
    }

    [Fact]
    public async Task ContinueAsNew_EventsUnread_AreCarriedOverInOrder()
    {
        await using var host = await StartWithRoundsAsync(preserveUnprocessedEvents: true);
        var id = await StartTestAsync(host, 1);

        await host.Client.RaiseEventAsync(id, "news", "a");
        await host.Client.RaiseEventAsync(id, "other", "b");
        await host.Client.RaiseEventAsync(id, "news", "c");
        await host.Client.RaiseEventAsync(id, "next round", "now");

        Assert.Equal("a b c", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task ContinueAsNew_EventsNotPreserved_AreGone()
    {
        await using var host = await StartWithRoundsAsync(preserveUnprocessedEvents: false);
        var id = await StartTestAsync(host, 1);

        await host.Client.RaiseEventAsync(id, "news", "old");
        await host.Client.RaiseEventAsync(id, "next round", "now");
        await host.WaitForStatusAsync(id, "round 2");
        await host.Client.RaiseEventAsync(id, "news", "a");
        await host.Client.RaiseEventAsync(id, "other", "b");
        await host.Client.RaiseEventAsync(id, "news", "c");

        Assert.Equal("a b c", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task ContinueAsNew_TimerOfTheRunBefore_DoesNotWakeTheNext()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator<int, string>("Test", async (context, round) =>
            {
                context.SetCustomStatus($"round {round}");
                if (round == 1)
                {
                    _ = context.CreateTimer(Pause, CancellationToken.None);
                    await context.WaitForExternalEvent<string>("next round");
                    context.ContinueAsNew(2);
                    return "";
                }

                var timer = context.CreateTimer(100 * Pause, CancellationToken.None);
                var go = context.WaitForExternalEvent<string>("go");
                return await Task.WhenAny(timer, go) == go ? "woken by the event" : "woken by the timer";
            }));
        var id = await StartTestAsync(host, 1);
        await host.WaitForStatusAsync(id, "round 1");
        await host.Client.RaiseEventAsync(id, "next round", "now");
        await host.WaitForStatusAsync(id, "round 2");

        await host.AdvanceAsync(2 * Pause);
        await host.Client.RaiseEventAsync(id, "go", "now");

        Assert.Equal("woken by the event", await OutputAsync<string>(host, id));
    }

    private Task<OrchestrationHarness> StartWithRoundsAsync(bool preserveUnprocessedEvents) => StartHostAsync(new OrchestrationCatalog()
        .Orchestrator<int, string>("Test", async (context, round) =>
        {
            context.SetCustomStatus($"round {round}");
            if (round == 1)
            {
                await context.WaitForExternalEvent<string>("next round");
                context.ContinueAsNew(2, preserveUnprocessedEvents);
                return "";
            }

            var first = await context.WaitForExternalEvent<string>("news");
            var other = await context.WaitForExternalEvent<string>("other");
            return $"{first} {other} {await context.WaitForExternalEvent<string>("news")}";
        }));
}
