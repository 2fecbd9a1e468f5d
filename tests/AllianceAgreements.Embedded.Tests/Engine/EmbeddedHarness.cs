using AllianceAgreements.Contracts;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AllianceAgreements.Embedded.Tests.Engine;

/// <summary>The embedded engine on a folder of its own, with a clock that only moves when told to.</summary>
internal sealed class EmbeddedHarness : OrchestrationHarness, ICrashPoints
{
    private readonly Action<IServiceCollection> _configure;
    private readonly TemporaryFolder _folder = new();
    private OrchestrationCatalog _catalog;
    private ServiceProvider? _services;
    private TaskCompletionSource _committed = NewSignal();

    private EmbeddedHarness(OrchestrationCatalog catalog, Action<IServiceCollection> configure) =>
        (_catalog, _configure) = (catalog, configure);

    public override IOrchestrationClient Client => Services.GetRequiredService<IOrchestrationClient>();

    public override DateTimeOffset Now => Clock.GetUtcNow();

    public override bool BeginsWhatWasTerminated => false;

    public override bool EndsAfterItsActivities => false;

    public override bool StartsRunningChildOver => false;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 9, 0, 0, TimeSpan.Zero));

    public EmbeddedEngine Engine => Services.GetRequiredService<EmbeddedEngine>();

    public string DataFolder => _folder.Path;

    /// <summary>Whether a timer is stored that has not fired.</summary>
    public bool HasTimers => Holds("EXISTS (SELECT 1 FROM timers)");

    /// <summary>Called at every crash point, on the thread that reached it.</summary>
    public Action<CrashPoint, string>? OnCrashPoint { get; set; }

    private ServiceProvider Services => _services ?? throw new InvalidOperationException("The host is not running.");

    public static async Task<EmbeddedHarness> StartAsync(OrchestrationCatalog catalog, Action<IServiceCollection>? configure = null)
    {
        var harness = new EmbeddedHarness(catalog, configure ?? (_ => { }));
        await harness.StartHostAsync();
        return harness;
    }

    public override Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    public override async Task RestartHostAsync(OrchestrationCatalog? catalog = null)
    {
        await StopHostAsync();
        _catalog = catalog ?? _catalog;
        await StartHostAsync();
    }

    public async Task StartHostAsync()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ICrashPoints>(this)
            .AddSingleton(_catalog)
            .AddEmbeddedEngine(options => options.DataFolder = _folder.Path);
        _configure(services);
        _services = services.BuildServiceProvider();
        await Engine.StartAsync(CancellationToken.None);
    }

    public async Task StopHostAsync()
    {
        await Engine.StopAsync(CancellationToken.None);
        await Services.DisposeAsync();
        _services = null;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await StopHostAsync();
        }

        _folder.Dispose();
    }

    void ICrashPoints.Reached(CrashPoint point, string subject)
    {
        OnCrashPoint?.Invoke(point, subject);
        if (point == CrashPoint.AfterCommit)
        {
            Interlocked.Exchange(ref _committed, NewSignal()).SetResult();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when nothing is left to do until an event comes or time passes; fails when the engine does.</summary>
    public Task WaitUntilIdleAsync() => WaitUntilAsync(() => Task.FromResult(IsIdle()));

    /// <summary>Completes when no instance has anything to take in.</summary>
    public Task WaitUntilServedAsync() => WaitUntilAsync(() => Task.FromResult(!Holds("EXISTS (SELECT 1 FROM ready)")));

    private bool IsIdle() => !Holds(
        "EXISTS (SELECT 1 FROM ready) OR EXISTS (SELECT 1 FROM activities) OR EXISTS (SELECT 1 FROM timers WHERE fire_at <= $1)",
        Now.UtcTicks);

    private bool Holds(string condition, params object[] values)
    {
        using var connection = Engine.Database.OpenForReading();
        using var statement = new Statement(connection, $"SELECT {condition}", values.Length);
        return statement.Single(row => row.GetBoolean(0), values);
    }

    /// <summary>Asks again after every commit, as nothing changes between two.</summary>
    protected override async Task WaitUntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = Volatile.Read(ref _committed).Task;
            if (await holds())
            {
                return;
            }

            await await Task.WhenAny(next, Engine.Ended).WaitAsync(patience.Token);
        }
    }
}
