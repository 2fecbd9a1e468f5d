using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    [Fact]
    public async Task WaitForExternalEvent_EventCameBeforeTheWait_IsTaken()
    {
        await using var host = await StartHostAsync(async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            return await context.WaitForExternalEvent<string>("news");
        });
        var id = await StartTestAsync(host);

        await host.Client.RaiseEventAsync(id, "news", "early");
        await host.Client.RaiseEventAsync(id, "go", "now");

        Assert.Equal("early", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task WaitForExternalEvent_EventCameTwice_OneWaitTakesOne()
    {
        await using var host = await StartHostAsync(async context =>
        {
            var first = await context.WaitForExternalEvent<int>("vote");
            context.SetCustomStatus($"took {first}");
            await context.WaitForExternalEvent<string>("go");
            return first;
        });
        var id = await StartTestAsync(host);

        await host.Client.RaiseEventAsync(id, "vote", 1);
        await host.Client.RaiseEventAsync(id, "vote", 2);
        await host.WaitForStatusAsync(id, "took 1");
        await host.Client.RaiseEventAsync(id, "go", "now");

        Assert.Equal(1, await OutputAsync<int>(host, id));
    }

    [Fact]
    public async Task WaitForExternalEvent_SeveralEventsUnread_OldestFirst()
    {
        await using var host = await StartHostAsync(async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            var first = await context.WaitForExternalEvent<int>("vote");
            var second = await context.WaitForExternalEvent<int>("vote");
            return $"{first} {second} {await context.WaitForExternalEvent<int>("vote")}";
        });
        var id = await StartTestAsync(host);

        await host.Client.RaiseEventAsync(id, "vote", 1);
        await host.Client.RaiseEventAsync(id, "vote", 2);
        await host.Client.RaiseEventAsync(id, "vote", 3);
        await host.Client.RaiseEventAsync(id, "go", "now");

        Assert.Equal("1 2 3", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task WaitForExternalEvent_SeveralWaitsForOneName_OldestServedFirst()
    {
        await using var host = await StartHostAsync(async context =>
        {
            var first = context.WaitForExternalEvent<string>("vote");
            var second = context.WaitForExternalEvent<string>("vote");
            context.SetCustomStatus("waiting");
            return $"{await first} {await second}";
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.Client.RaiseEventAsync(id, "vote", "a");
        await host.Client.RaiseEventAsync(id, "vote", "b");

        Assert.Equal("a b", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task WaitForExternalEvent_Cancelled_TakesNoEvent()
    {
        await using var host = await StartHostAsync(async context =>
        {
            using var giveUp = new CancellationTokenSource();
            var givenUp = context.WaitForExternalEvent<string>("vote", giveUp.Token);
            await context.WaitForExternalEvent<string>("go");
            giveUp.Cancel();
            var vote = await context.WaitForExternalEvent<string>("vote");
            return $"{givenUp.Status} {vote}";
        });
        var id = await StartTestAsync(host);

        await host.Client.RaiseEventAsync(id, "go", "now");
        await host.Client.RaiseEventAsync(id, "vote", "yes");

        Assert.Equal("Canceled yes", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task RaiseEvent_NameInOtherCase_IsTaken()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("PartnerDecided"));
        var id = await StartTestAsync(host);

        await host.Client.RaiseEventAsync(id, "partnerDECIDED", "yes");

        Assert.Equal("yes", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task RaiseEvent_NoPayload_GivesDefault()
    {
        await using var host = await StartHostAsync(async context => await context.WaitForExternalEvent<string?>("go") ?? "nothing");
        var id = await StartTestAsync(host);

        await host.Client.RaiseEventAsync(id, "go");

        Assert.Equal("nothing", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task RaiseEvent_UnknownInstance_IsDropped()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("news"));

        await host.Client.RaiseEventAsync("later", "news", "too early");
        var id = await StartTestAsync(host, instanceId: "later");
        await host.Client.RaiseEventAsync(id, "news", "in time");

        Assert.Equal("in time", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task RaiseEvent_EndedInstance_IsDropped()
    {
        await using var host = await StartHostAsync(context => context.WaitForExternalEvent<string>("news"));
        var id = await StartTestAsync(host);
        await host.Client.RaiseEventAsync(id, "news", "first");
        await host.WaitForEndAsync(id);

        await host.Client.RaiseEventAsync(id, "news", "second");

        Assert.Equal("first", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task SendEvent_ToAnotherInstance_WakesIt()
    {
        await using var host = await StartHostAsync(new OrchestrationCatalog()
            .Orchestrator("Receiver", context => context.WaitForExternalEvent<string>("greeting"))
            .Orchestrator<string, string>("Sender", (context, receiver) =>
            {
                context.SendEvent(receiver, "Greeting", "hello");
                context.SendEvent("nobody", "greeting", "is lost");
                return Task.FromResult("sent");
            }));
        var receiver = await host.Client.ScheduleNewOrchestrationInstanceAsync("Receiver");
        await host.WaitUntilHearsAsync(receiver);

        var sender = await host.Client.ScheduleNewOrchestrationInstanceAsync("Sender", receiver);

        Assert.Equal("sent", await OutputAsync<string>(host, sender));
        Assert.Equal("hello", await OutputAsync<string>(host, receiver));
    }
}
