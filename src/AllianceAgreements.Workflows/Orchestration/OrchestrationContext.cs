using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>
/// What an orchestration may do. Shaped member for member on <c>Microsoft.DurableTask.TaskOrchestrationContext</c>,
/// with its semantics, so that one orchestration runs on Azure Durable Functions and on the embedded engine.
/// </summary>
/// <remarks>
/// Orchestrator code is replayed from history: it must be deterministic, await only tasks made by this context,
/// and read time and ids only from it. Names (of activities, orchestrators and events) are case-insensitive.
/// </remarks>
public abstract class OrchestrationContext
{
    /// <summary>The name the orchestrator was started under.</summary>
    public abstract string Name { get; }

    /// <summary>The id of this instance, unique in the task hub.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The instance that called this one as a sub-orchestration; null for a top-level instance.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The version the instance was started with (see <c>defaultVersion</c> in host.json); empty if none. Never changes while the instance lives.</summary>
    public virtual string Version => string.Empty;

    /// <summary>The time of the current episode, UTC. The same on every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while earlier history is being replayed.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Where <see cref="CreateReplaySafeLogger{T}"/> writes.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The input of the instance, or default when there is none.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Schedules an activity; the task completes with its result.</summary>
    /// <exception cref="TaskFailedException">The activity failed and no retry is left.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(string name, object? input = null, TaskOptions? options = null);

    /// <summary>Starts another orchestration as a child; the task completes with its output.</summary>
    /// <exception cref="TaskFailedException">The child failed or was terminated, and no retry is left.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(string orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>A durable timer. Completes at <paramref name="fireAt"/> (UTC) or is cancelled by the token; the code never sees a cancelled timer again.</summary>
    /// <exception cref="ArgumentException"><paramref name="fireAt"/> is of kind <see cref="DateTimeKind.Local"/>.</exception>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>A durable timer that completes after <paramref name="delay"/>.</summary>
    public Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>
    /// Waits for an external event. An event that came before the wait is buffered and taken at once, oldest first;
    /// of several waits for one name, the oldest is served first. A cancelled wait takes no event: cancel a wait that is
    /// given up (or keep its task for the next round of a loop), or it takes the next event and nobody sees it.
    /// </summary>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Raises an external event on another instance, without waiting. An event for an unknown or completed instance is dropped.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object? payload);

    /// <summary>
    /// Sets the status that management queries show; null clears it. At most 16 KiB of UTF-16 text when serialised, which is
    /// 8,192 characters (the limit of Durable Functions). Replaces the one before, and stays over <see cref="ContinueAsNew"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The status is larger.</exception>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>
    /// Ends this run and begins the instance anew, with an empty history and <paramref name="newInput"/>, once the orchestrator returns.
    /// External events received and not yet taken are carried over unless <paramref name="preserveUnprocessedEvents"/> is false.
    /// </summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>A GUID that is the same on every replay (RFC 9562 version 5, of instance, time and a counter).</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent while replaying.</summary>
    public ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, LoggerFactory.CreateLogger<T>());

    /// <summary>Calls an activity by its typed name; see <see cref="CallActivityAsync{TResult}(string, object?, TaskOptions?)"/>.</summary>
    public Task<TOutput> CallActivityAsync<TInput, TOutput>(ActivityName<TInput, TOutput> activity, TInput input, TaskOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return CallActivityAsync<TOutput>(activity.Value, input, options);
    }

    /// <summary>Calls a sub-orchestration by its typed name; see <see cref="CallSubOrchestratorAsync{TResult}(string, object?, TaskOptions?)"/>.</summary>
    public Task<TOutput> CallSubOrchestratorAsync<TInput, TOutput>(
        OrchestratorName<TInput, TOutput> orchestrator, TInput input, TaskOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        return CallSubOrchestratorAsync<TOutput>(orchestrator.Value, input, options);
    }
}
