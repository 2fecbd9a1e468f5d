using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Functions.Tests.Orchestration;

/// <summary>
/// The platform's context as far as tests need it. It serves the newest wait first, and a wait that was cancelled takes an event all
/// the same, as the platform does.
/// </summary>
internal sealed class FakePlatformContext : TaskOrchestrationContext
{
    private readonly Dictionary<string, Stack<Action<object?>>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<(string Name, object? Payload)> _buffer = new();

    public override TaskName Name => "Test";

    public override string InstanceId => "one";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => false;

    public DateTime Now { get; set; } = new(2030, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    public List<DateTime> Timers { get; } = [];

    /// <summary>Whether a timer stays open until it is cancelled; else it fires at once.</summary>
    public bool TimersStayOpen { get; set; }

    public int OpenTimers { get; private set; }

    /// <summary>What activities do, by name; as text, as the platform keeps it.</summary>
    public Func<string, string> OnActivity { get; set; } = _ => "null";

    public List<(string Instance, string Name, object? Payload)> Sent { get; } = [];

    /// <summary>The call that began the instance anew, and how many events were sent before it.</summary>
    public (object? Input, bool Preserve, int SentBefore)? NextRun { get; private set; }

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public void Raise(string name, object? payload)
    {
        if (_waits.TryGetValue(name, out var waits) && waits.TryPop(out var newest))
        {
            newest(payload);
        }
        else
        {
            _buffer.Enqueue((name, payload));
        }
    }

    public override T? GetInput<T>()
        where T : default => default;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        try
        {
            return Task.FromResult((TResult)(object)OnActivity(name.Name));
        }
        catch (FormatException exception)
        {
            return Task.FromException<TResult>(new TaskFailedException(name, 0, exception));
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Timers.Add(fireAt);
        if (TimersStayOpen)
        {
            var timer = new TaskCompletionSource();
            OpenTimers++;
            cancellationToken.Register(() =>
            {
                OpenTimers--;
                timer.SetCanceled(cancellationToken);
            });
            return timer.Task;
        }

        Now = fireAt > Now ? fireAt : Now;
        return Task.CompletedTask;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var wait = new TaskCompletionSource<T>();
        cancellationToken.Register(() => wait.TrySetCanceled(cancellationToken));
        if (_buffer.TryPeek(out var oldest) && string.Equals(oldest.Name, eventName, StringComparison.OrdinalIgnoreCase))
        {
            wait.SetResult((T)_buffer.Dequeue().Payload!);
            return wait.Task;
        }

        if (!_waits.TryGetValue(eventName, out var waits))
        {
            _waits.Add(eventName, waits = new());
        }

        waits.Push(payload => wait.TrySetResult((T)payload!));
        return wait.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Sent.Add((instanceId, eventName, payload));

    public override void SetCustomStatus(object? customStatus)
    {
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException();

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        NextRun = (newInput, preserveUnprocessedEvents, Sent.Count);

    public override Guid NewGuid() => Guid.Empty;
}
