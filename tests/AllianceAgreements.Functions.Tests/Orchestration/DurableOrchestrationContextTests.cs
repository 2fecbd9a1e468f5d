using System.Text.Json;
using AllianceAgreements.Contracts;
using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Orchestration;

public sealed class DurableOrchestrationContextTests
{
    private readonly FakePlatformContext _platform = new();
    private readonly DurableOrchestrationContext _context;

    public DurableOrchestrationContextTests() => _context = new(_platform, NullLoggerFactory.Instance);

    [Fact]
    public async Task WaitForExternalEvent_SeveralWaits_OldestServedFirst()
    {
        var first = _context.WaitForExternalEvent<string>("vote");
        var second = _context.WaitForExternalEvent<string>("VOTE");

        Raise("vote", "a");
        Assert.True(first.IsCompletedSuccessfully);
        Assert.False(second.IsCompleted);
        Raise("Vote", "b");

        Assert.Equal("a", await first);
        Assert.Equal("b", await second);
    }

    [Fact]
    public async Task WaitForExternalEvent_GivenUp_TakesNoEvent()
    {
        using var giveUp = new CancellationTokenSource();
        var givenUp = _context.WaitForExternalEvent<string>("vote", giveUp.Token);
        await giveUp.CancelAsync();

        Raise("vote", "a");
        Raise("vote", "b");

        Assert.True(givenUp.IsCanceled);
        Assert.Equal("a", await _context.WaitForExternalEvent<string>("vote"));
        Assert.Equal("b", await _context.WaitForExternalEvent<string>("vote"));
    }

    [Fact]
    public async Task WaitForExternalEvent_TokenAlreadyCancelled_TakesNoEvent()
    {
        Raise("vote", "a");

        Assert.True(_context.WaitForExternalEvent<string>("vote", new CancellationToken(canceled: true)).IsCanceled);
        Assert.Equal("a", await _context.WaitForExternalEvent<string>("vote"));
    }

    [Fact]
    public async Task WaitForExternalEvent_PayloadOfAnotherType_FailsThatWaitAlone()
    {
        var number = _context.WaitForExternalEvent<int>("vote");
        var text = _context.WaitForExternalEvent<string>("vote");

        Raise("vote", "not a number");
        Raise("vote", "a");

        await Assert.ThrowsAsync<JsonException>(() => number);
        Assert.Equal("a", await text);
    }

    [Fact]
    public async Task ContinueAsNew_EventTakenForAWaitThatWasGivenUp_IsSentToTheNextRun()
    {
        using var giveUp = new CancellationTokenSource();
        _ = _context.WaitForExternalEvent<string>("vote", giveUp.Token);
        await giveUp.CancelAsync();
        Raise("vote", "a");

        _context.ContinueAsNew("again");

        var (instance, name, payload) = Assert.Single(_platform.Sent);
        Assert.Equal(("one", "vote", "a"), (instance, name, ((JsonElement)payload!).GetString()));
        Assert.Equal(("again", true, 1), _platform.NextRun);
    }

    [Fact]
    public async Task ContinueAsNew_EventsNotPreserved_SendsNone()
    {
        using var giveUp = new CancellationTokenSource();
        _ = _context.WaitForExternalEvent<string>("vote", giveUp.Token);
        await giveUp.CancelAsync();
        Raise("vote", "a");

        _context.ContinueAsNew("again", preserveUnprocessedEvents: false);

        Assert.Empty(_platform.Sent);
    }

    [Fact]
    public async Task CreateTimer_InTheFuture_AsksForASecondMoreAsThePlatformRoundsDown()
    {
        var due = _platform.Now.AddDays(3);

        await _context.CreateTimer(due, CancellationToken.None);

        Assert.Equal([due.AddSeconds(1)], _platform.Timers);
    }

    [Fact]
    public async Task CreateTimer_Cancelled_ThrowsInTheCode()
    {
        _platform.TimersStayOpen = true;
        using var giveUp = new CancellationTokenSource();
        var timer = _context.CreateTimer(TimeSpan.FromDays(1), giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => timer);
        Assert.Equal(0, _platform.OpenTimers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_CodeLeavesATimer_ClosesItAndGoesOnWithNothing(bool fails)
    {
        _platform.TimersStayOpen = true;
        Task? left = null;

        var run = _context.RunAsync(
            Code(async context =>
            {
                left = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await context.WaitForExternalEvent<string>("go");
                return fails ? throw new FormatException() : "done";
            }),
            input: null);
        Assert.Equal(1, _platform.OpenTimers);
        Raise("go", "now");

        if (fails)
        {
            await Assert.ThrowsAsync<FormatException>(() => run);
        }
        else
        {
            Assert.Equal("done", await run);
        }

        Assert.Equal(0, _platform.OpenTimers);
        Assert.False(left!.IsCompleted);
    }

    [Fact]
    public async Task CallActivity_FailsTwice_PausesAsThePolicySaysAndSucceeds()
    {
        var attempts = 0;
        _platform.OnActivity = _ => ++attempts < 3 ? throw new FormatException("busy") : "\"done\"";
        var begun = _platform.Now;

        var result = await _context.CallActivityAsync<string>(
            "Flaky", options: new TaskOptions { Retry = new RetryPolicy(3, TimeSpan.FromSeconds(10)) });

        Assert.Equal("done", result);
        Assert.True(_platform.Now - begun >= TimeSpan.FromSeconds(30));
        Assert.Equal(2, _platform.Timers.Count);
    }

    [Fact]
    public async Task CallActivity_NoAttemptLeft_ThrowsOurException()
    {
        _platform.OnActivity = _ => throw new FormatException("no such thing");

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => _context.CallActivityAsync<string>("Break"));

        Assert.Equal("Break", failure.TaskName);
        Assert.Equal(("System.FormatException", "no such thing"), (failure.FailureDetails.ErrorType, failure.FailureDetails.ErrorMessage));
    }

    [Fact]
    public async Task CallActivity_WithAnInstanceId_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => _context.CallActivityAsync<string>("Test", options: new TaskOptions { InstanceId = "one" }));

    private static IOrchestrator Code(Func<OrchestrationContext, Task<string>> code) =>
        new OrchestrationCatalog().Orchestrator("Test", code).Orchestrators["Test"]();

    private void Raise(string name, object? payload) => _platform.Raise(name, JsonSerializer.SerializeToElement(payload));
}
