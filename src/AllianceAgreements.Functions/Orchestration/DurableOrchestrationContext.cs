using AllianceAgreements.Workflows.Orchestration;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Failure = Microsoft.DurableTask.TaskFailedException;
using ParentOrchestrationInstance = AllianceAgreements.Workflows.Orchestration.ParentOrchestrationInstance;
using RetryPolicy = AllianceAgreements.Workflows.Orchestration.RetryPolicy;
using TaskOptions = AllianceAgreements.Workflows.Orchestration.TaskOptions;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>An orchestration's view of Durable Functions.</summary>
internal sealed class DurableOrchestrationContext(TaskOrchestrationContext inner, ILoggerFactory loggerFactory) : OrchestrationContext
{
    /// <summary>The platform counts the time until a timer or a start in whole seconds, rounded down, so both can come early by as much.</summary>
    public static readonly TimeSpan TimerPrecision = TimeSpan.FromSeconds(1);

    private readonly EventWaits _events = new(inner);

    /// <summary>Whether the code has ended.</summary>
    private CancellationToken _ended;

    public override string Name => inner.Name.Name;

    public override string InstanceId => inner.InstanceId;

    public override ParentOrchestrationInstance? Parent =>
        inner.Parent is { } parent ? new(parent.Name.Name, parent.InstanceId) : null;

    public override string Version => inner.Version;

    public override DateTime CurrentUtcDateTime => inner.CurrentUtcDateTime;

    public override bool IsReplaying => inner.IsReplaying;

    protected override ILoggerFactory LoggerFactory => loggerFactory;

    /// <summary>Runs the code. The platform ends no run while one of its timers is open, so those that the code has left are cancelled.</summary>
    public async Task<object?> RunAsync(IOrchestrator code, object? input)
    {
        using var ended = new CancellationTokenSource();
        _ended = ended.Token;
        try
        {
            return await code.RunAsync(this, input);
        }
        finally
        {
            // Not asynchronously: everything an orchestration does happens on the platform's thread.
            ended.Cancel();
        }
    }

    public override T? GetInput<T>()
        where T : default => inner.GetInput<T>();

    public override async Task<TResult> CallActivityAsync<TResult>(string name, object? input = null, TaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (options?.InstanceId is not null)
        {
            throw new ArgumentException("An activity has no instance id; only sub-orchestrations do.", nameof(options));
        }

        var output = await RetryAsync(() => inner.CallActivityAsync<string>(name, ActivityText.Of(input)), options?.Retry);
        return ActivityText.Read<TResult>(output)!;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(string orchestratorName, object? input = null, TaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orchestratorName);
        var child = new SubOrchestrationOptions();
        if (options?.InstanceId is { } id)
        {
            OrchestrationLimits.CheckInstanceId(id, nameof(options));
            child = child with { InstanceId = id };
        }

        return await RetryAsync(() => inner.CallSubOrchestratorAsync<TResult>(orchestratorName, input, child), options?.Retry);
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (fireAt.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException("A timer's time must be UTC.", nameof(fireAt));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var due = DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ended);
        try
        {
            await inner.CreateTimer(due > inner.CurrentUtcDateTime ? due + TimerPrecision : due, givenUp.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The code has ended, and nothing it left waiting goes on.
            await new TaskCompletionSource().Task;
        }
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        return _events.WaitAsync<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object? payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        inner.SendEvent(instanceId, eventName, payload!);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        OrchestrationLimits.CheckCustomStatus(OrchestrationJson.Serialize(customStatus), nameof(customStatus));
        inner.SetCustomStatus(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        if (preserveUnprocessedEvents)
        {
            _events.SendUnreadToNextRun();
        }

        inner.ContinueAsNew(newInput, preserveUnprocessedEvents);
    }

    public override Guid NewGuid() => inner.NewGuid();

    /// <summary>Retries by our own timers: the platform's come early, and know no retry without a pause.</summary>
    private async Task<TResult> RetryAsync<TResult>(Func<Task<TResult>> call, RetryPolicy? retry)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                return await call();
            }
            catch (Failure failure)
            {
                pause = retry?.DelayAfter(attempt) ?? throw failure.ToOurs();
            }

            await CreateTimer(pause, CancellationToken.None);
        }
    }
}
