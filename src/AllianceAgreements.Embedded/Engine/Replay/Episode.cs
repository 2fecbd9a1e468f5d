using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>One run of an orchestrator's code over its history and the messages that came since. Touches nothing outside itself.</summary>
internal sealed class Episode
{
    private readonly InstanceIdentity _identity;
    private readonly OrchestrationCatalog _catalog;
    private readonly Journal _journal;
    private readonly EpisodeTaskScheduler _scheduler;
    private readonly EpisodeContext _context;
    private readonly Action _onLateForeignTask;
    private Task<string?>? _orchestrator;
    private volatile bool _foreignTaskSeen;
    private volatile bool _ended;

    /// <param name="identity">The instance.</param>
    /// <param name="history">Its run so far.</param>
    /// <param name="catalog">Where its code is found.</param>
    /// <param name="loggerFactory">Where the code logs.</param>
    /// <param name="onLateForeignTask">Called, on any thread, when after the episode it shows that the code awaits a task that is not the context's.</param>
    public Episode(
        InstanceIdentity identity,
        IReadOnlyList<HistoryEvent> history,
        OrchestrationCatalog catalog,
        ILoggerFactory loggerFactory,
        Action onLateForeignTask)
    {
        _identity = identity;
        _catalog = catalog;
        _onLateForeignTask = onLateForeignTask;
        _journal = new Journal(identity.InstanceId, history);
        _scheduler = new EpisodeTaskScheduler(OnForeignContinuation);
        _context = new EpisodeContext(identity, _journal, _scheduler, loggerFactory);
    }

    /// <summary>Replays the history, then takes the messages in at <paramref name="now"/>.</summary>
    public EpisodeOutcome Run(IReadOnlyList<HistoryEvent> messages, DateTime now)
    {
        Replay();
        _journal.EndReplay();

        var taken = 0;
        if (messages.Count > 0)
        {
            _journal.Receive(new() { Type = HistoryEventType.OrchestratorStarted, At = now });
        }

        while (taken < messages.Count && !IsOver)
        {
            Take(messages[taken++]);
        }

        _ended = true;
        return Conclude(messages.Skip(taken), now);
    }

    /// <summary>Replays the history and holds the code against it, to the end.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code does something else.</exception>
    public void Verify()
    {
        Replay();
        _ended = true;
        if (FindFault() is { } fault)
        {
            throw fault;
        }
    }

    private bool IsOver => _orchestrator is { IsCompleted: true } || FindFault() is not null;

    private void Replay()
    {
        while (_journal.Next() is { } past)
        {
            Deliver(past);
        }
    }

    private void Take(HistoryEvent message)
    {
        // A completion may come for a task the code has since cancelled; history keeps only what the code learned.
        if (message.TaskId is { } taskId && !_context.IsOpen(taskId))
        {
            return;
        }

        _journal.Receive(message);
        Deliver(message);
    }

    private void Deliver(HistoryEvent delivered)
    {
        _scheduler.Run(() =>
        {
            switch (delivered.Type)
            {
                case HistoryEventType.ExecutionStarted:
                    Start(delivered.Data);
                    break;
                case HistoryEventType.TaskCompleted or HistoryEventType.SubOrchestrationCompleted or HistoryEventType.TimerFired:
                    _context.Close(delivered.TaskId!.Value)?.Complete(delivered.Data);
                    break;
                case HistoryEventType.TaskFailed or HistoryEventType.SubOrchestrationFailed:
                    _context.Close(delivered.TaskId!.Value)?.Fail(OrchestrationJson.Deserialize<TaskFailureDetails>(delivered.Data)!);
                    break;
                case HistoryEventType.EventRaised:
                    _context.Raise(delivered);
                    break;
            }
        });

        if (_journal.IsReplaying && _orchestrator is { IsCompleted: true } && _context.NextRun is null)
        {
            _journal.Do(Ending(_journal.Now));
        }
    }

    private void Start(string? input)
    {
        _context.Input = input;
        _orchestrator = _catalog.Orchestrators.TryGetValue(_identity.Name, out var create)
            ? RunAsync(create, input)
            : Task.FromException<string?>(new InvalidOperationException(
                $"No orchestrator is registered under the name '{_identity.Name}'."));
    }

    private async Task<string?> RunAsync(Func<IOrchestrator> create, string? input)
    {
        var orchestrator = create();
        var typed = OrchestrationJson.Deserialize(input, orchestrator.InputType);
        return OrchestrationJson.Serialize(await orchestrator.RunAsync(_context, typed));
    }

    private EpisodeOutcome Conclude(IEnumerable<HistoryEvent> rest, DateTime now)
    {
        var status = _context.CustomStatusIsSet ? new CustomStatusChange(_context.CustomStatus) : null;
        if (FindFault() is { } fault)
        {
            return EpisodeOutcome.Failed(_journal.Added, TaskFailureDetails.From(fault), now) with { CustomStatus = status };
        }

        if (_orchestrator is not { IsCompleted: true } orchestrator)
        {
            return new() { Added = _journal.Added, Status = OrchestrationRuntimeStatus.Running, CustomStatus = status };
        }

        if (!orchestrator.IsCompletedSuccessfully)
        {
            return EpisodeOutcome.Failed(_journal.Added, FailureOf(orchestrator), now) with { CustomStatus = status };
        }

        if (_context.NextRun is { } next)
        {
            var unread = next.KeepUnread
                ? _context.UnreadEvents.Concat(rest.Where(message => message.Type == HistoryEventType.EventRaised))
                : [];
            return new()
            {
                Added = _journal.Added,
                Status = OrchestrationRuntimeStatus.Running,
                CustomStatus = status,
                Next = new NextRun(next.Input, [.. unread]),
            };
        }

        var ending = Ending(now);
        return new()
        {
            Added = [.. _journal.Added, ending],
            Status = OrchestrationRuntimeStatus.Completed,
            Output = ending.Data,
            CustomStatus = status,
        };
    }

    private HistoryEvent Ending(DateTime now) => _orchestrator!.IsCompletedSuccessfully
        ? new() { Type = HistoryEventType.ExecutionCompleted, At = now, Data = _orchestrator.Result }
        : new() { Type = HistoryEventType.ExecutionFailed, At = now };

    private Exception? FindFault()
    {
        if (_foreignTaskSeen || (_orchestrator is { IsCompleted: false } && !_context.HasOpenTasks))
        {
            _journal.Fail(ReplayFault.ForeignTask(_identity.InstanceId));
        }

        return _journal.Fault;
    }

    private static TaskFailureDetails FailureOf(Task orchestrator) => orchestrator.Exception is { } thrown
        ? TaskFailureDetails.From(thrown.GetBaseException())
        : TaskFailureDetails.From(new TaskCanceledException(orchestrator));

    private void OnForeignContinuation()
    {
        _foreignTaskSeen = true;
        if (_ended)
        {
            _onLateForeignTask();
        }
    }
}
