using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>The context the orchestrator's code sees during one episode.</summary>
internal sealed class EpisodeContext(
    InstanceIdentity identity, Journal journal, EpisodeTaskScheduler scheduler, ILoggerFactory loggerFactory) : OrchestrationContext
{
    private readonly Dictionary<int, IOpenTask> _open = [];
    private readonly ExternalEvents _events = new();
    private int _nextTaskId;
    private int _nextGuid;

    public override string Name => identity.Name;

    public override string InstanceId => identity.InstanceId;

    public override ParentOrchestrationInstance? Parent => identity.Parent;

    public override string Version => identity.Version;

    public override DateTime CurrentUtcDateTime => journal.Now;

    public override bool IsReplaying => journal.IsReplaying;

    /// <summary>JSON, from the start of the run.</summary>
    public string? Input { get; set; }

    /// <summary>JSON; meaningful when <see cref="CustomStatusIsSet"/>.</summary>
    public string? CustomStatus { get; private set; }

    public bool CustomStatusIsSet { get; private set; }

    /// <summary>How the code asked to begin anew, if it did.</summary>
    public (string? Input, bool KeepUnread)? NextRun { get; private set; }

    /// <summary>True while something that the engine knows of can wake the code.</summary>
    public bool HasOpenTasks => _open.Count > 0 || _events.OpenWaits > 0;

    public IReadOnlyList<HistoryEvent> UnreadEvents => _events.Unread();

    protected override ILoggerFactory LoggerFactory => loggerFactory;

    public override T? GetInput<T>()
        where T : default => OrchestrationJson.Deserialize<T>(Input);

    public override Task<TResult> CallActivityAsync<TResult>(string name, object? input = null, TaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (options?.InstanceId is not null)
        {
            throw new ArgumentException("An activity has no instance id; only sub-orchestrations do.", nameof(options));
        }

        var json = OrchestrationJson.Serialize(input);
        return Retrying(options?.Retry, () => Open<TResult>(name, id => new()
        {
            Type = HistoryEventType.TaskScheduled,
            At = journal.Now,
            TaskId = id,
            Name = name,
            Data = json,
        }));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        string orchestratorName, object? input = null, TaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orchestratorName);
        if (options?.InstanceId is { } given)
        {
            OrchestrationLimits.CheckInstanceId(given, nameof(options));
        }

        var json = OrchestrationJson.Serialize(input);
        return Retrying(options?.Retry, () => Open<TResult>(orchestratorName, id => new()
        {
            Type = HistoryEventType.SubOrchestrationScheduled,
            At = journal.Now,
            TaskId = id,
            Name = orchestratorName,
            Data = json,
            Target = options?.InstanceId ?? NewGuid().ToString("N"),
        }));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (fireAt.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException("A timer's time must be UTC.", nameof(fireAt));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var id = _nextTaskId;
        var timer = Open<Nothing?>("timer", taskId => new()
        {
            Type = HistoryEventType.TimerCreated,
            At = journal.Now,
            TaskId = taskId,
            FireAt = DateTime.SpecifyKind(fireAt, DateTimeKind.Utc),
        });
        using var registration = cancellationToken.Register(() => CancelTimer(id, cancellationToken));
        await timer;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        CheckThread();
        return journal.Fault is null ? _events.Wait<T>(eventName, scheduler.CheckThread, cancellationToken) : Never<T>();
    }

    public override void SendEvent(string instanceId, string eventName, object? payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        CheckThread();
        journal.Do(new()
        {
            Type = HistoryEventType.EventSent,
            At = journal.Now,
            TaskId = _nextTaskId++,
            Name = eventName,
            Data = OrchestrationJson.Serialize(payload),
            Target = instanceId,
        });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        CheckThread();
        var json = OrchestrationJson.Serialize(customStatus);
        OrchestrationLimits.CheckCustomStatus(json, nameof(customStatus));
        CustomStatus = json;
        CustomStatusIsSet = true;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        CheckThread();
        NextRun = (OrchestrationJson.Serialize(newInput), preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        CheckThread();
        return DeterministicGuid.Create($"{InstanceId}_{identity.Run}_{CurrentUtcDateTime:O}_{_nextGuid++}");
    }

    public bool IsOpen(int taskId) => _open.ContainsKey(taskId);

    public IOpenTask? Close(int taskId) => _open.Remove(taskId, out var task) ? task : null;

    public void Raise(HistoryEvent raised) => _events.Raise(raised);

    private async Task<T> Retrying<T>(RetryPolicy? policy, Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                return await call();
            }
            catch (TaskFailedException) when (policy?.DelayAfter(attempt) is not null)
            {
                pause = policy.DelayAfter(attempt)!.Value;
            }

            await CreateTimer(pause, CancellationToken.None);
        }
    }

    private Task<T> Open<T>(string name, Func<int, HistoryEvent> describe)
    {
        CheckThread();
        var id = _nextTaskId++;
        if (!journal.Do(describe(id)))
        {
            return Never<T>();
        }

        var task = new OpenTask<T>(name);
        _open.Add(id, task);
        return task.Task;
    }

    private void CancelTimer(int id, CancellationToken cancellationToken)
    {
        if (scheduler.CheckThread() && _open.Remove(id, out var timer))
        {
            journal.Do(new() { Type = HistoryEventType.TimerCanceled, At = journal.Now, TaskId = id });
            ((OpenTask<Nothing?>)timer).TrySetCanceled(cancellationToken);
        }
    }

    private void CheckThread()
    {
        if (!scheduler.CheckThread())
        {
            throw ReplayFault.ForeignTask(InstanceId);
        }
    }

    // What follows a fault does not count, so nothing may follow it.
    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
