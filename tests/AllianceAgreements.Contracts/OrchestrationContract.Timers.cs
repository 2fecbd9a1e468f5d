using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Contracts;

public abstract partial class OrchestrationContract
{
    // Short enough to wait for on an engine that runs in real time, long enough not to pass by chance.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task CreateTimer_TimePasses_WakesNotBeforeItIsDue()
    {
        await using var host = await StartHostAsync(async context =>
        {
            var due = context.CurrentUtcDateTime + Pause;
            context.SetCustomStatus("waiting");
            await context.CreateTimer(Pause, CancellationToken.None);
            return context.CurrentUtcDateTime >= due;
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.AdvanceAsync(Pause);

        Assert.True(await OutputAsync<bool>(host, id));
    }

    [Fact]
    public async Task CreateTimer_AlreadyDue_CompletesAtOnce()
    {
        await using var host = await StartHostAsync(async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "done";
        });

        var id = await StartTestAsync(host);

        Assert.Equal("done", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CreateTimer_LosesToAnEventAndIsCancelled_IsNeverSeenByTheCode()
    {
        await using var host = await StartHostAsync(async context =>
        {
            using var giveUp = new CancellationTokenSource();
            var decision = context.WaitForExternalEvent<string>("decision");
            var reminder = context.CreateTimer(Pause, giveUp.Token);
            context.SetCustomStatus("waiting");
            await Task.WhenAny(decision, reminder);
            giveUp.Cancel();
            context.SetCustomStatus("decided");
            await context.WaitForExternalEvent<string>("go");
            return $"{await decision}, timer {reminder.Status}";
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");
        await host.Client.RaiseEventAsync(id, "decision", "yes");
        await host.WaitForStatusAsync(id, "decided");

        await host.AdvanceAsync(2 * Pause);
        var unmoved = await host.Client.GetInstanceAsync(id);
        await host.Client.RaiseEventAsync(id, "go", "now");

        Assert.Equal("\"decided\"", unmoved!.SerializedCustomStatus);
        Assert.Equal("yes, timer Canceled", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CreateTimer_WinsOverAnEvent_TheEventIsStillTakenLater()
    {
        await using var host = await StartHostAsync(async context =>
        {
            var decision = context.WaitForExternalEvent<string>("decision");
            var reminder = context.CreateTimer(Pause, CancellationToken.None);
            context.SetCustomStatus("waiting");
            var first = await Task.WhenAny(decision, reminder);
            context.SetCustomStatus("reminded");
            return $"{(first == reminder ? "reminded, " : "")}{await decision}";
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.AdvanceAsync(Pause);
        await host.WaitForStatusAsync(id, "reminded");
        await host.Client.RaiseEventAsync(id, "decision", "yes");

        Assert.Equal("reminded, yes", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CreateTimer_SeveralAtOnce_WakeInOrder()
    {
        await using var host = await StartHostAsync(async context =>
        {
            var order = new List<string>();
            context.SetCustomStatus("waiting");
            await Task.WhenAll(Wait("third", 3), Wait("first", 1), Wait("second", 2));
            return string.Join(' ', order);

            async Task Wait(string name, int seconds)
            {
                await context.CreateTimer(TimeSpan.FromSeconds(seconds), CancellationToken.None);
                order.Add(name);
            }
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.AdvanceAsync(TimeSpan.FromSeconds(3));

        Assert.Equal("first second third", await OutputAsync<string>(host, id));
    }

    [Fact]
    public async Task CreateTimer_LeftWhenTheCodeReturns_HoldsNothingUp()
    {
        await using var host = await StartHostAsync(async context =>
        {
            _ = RemindAsync(context);
            context.SetCustomStatus("waiting");
            return await context.WaitForExternalEvent<string>("go");
        });
        var id = await StartTestAsync(host);
        await host.WaitForStatusAsync(id, "waiting");

        await host.Client.RaiseEventAsync(id, "go", "now");
        var ended = await host.WaitForEndAsync(id);

        Assert.Equal("now", ended.ReadOutputAs<string>());
        Assert.Equal("\"waiting\"", ended.SerializedCustomStatus);

        static async Task RemindAsync(OrchestrationContext context)
        {
            try
            {
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            }
            finally
            {
                context.SetCustomStatus("reminded");
            }
        }
    }

    [Fact]
    public async Task CreateTimer_LocalTime_IsRefused()
    {
        await using var host = await StartHostAsync(async context =>
        {
            await context.CreateTimer(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Local), CancellationToken.None);
            return "never";
        });

        var id = await StartTestAsync(host);

        Assert.Equal(typeof(ArgumentException).FullName, (await FailureAsync(host, id)).ErrorType);
    }
}
