namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>
/// The history of a run while its code runs over it: first the stored events, each of which the code must repeat,
/// then the new ones, which are written down.
/// </summary>
internal sealed class Journal(string instanceId, IReadOnlyList<HistoryEvent> history)
{
    private readonly List<HistoryEvent> _added = [];
    private int _position;

    public bool IsReplaying { get; private set; } = true;

    /// <summary>The time of the current episode.</summary>
    public DateTime Now { get; private set; }

    /// <summary>What the code did wrong first; nothing it does afterwards counts.</summary>
    public Exception? Fault { get; private set; }

    public IReadOnlyList<HistoryEvent> Added => _added;

    /// <summary>The next stored event for the code to learn of; null when all are replayed.</summary>
    public HistoryEvent? Next()
    {
        if (Fault is not null || _position == history.Count)
        {
            return null;
        }

        var next = history[_position];
        if (IsDoneByCode(next.Type))
        {
            Fail(ReplayFault.NonDeterministic(instanceId, _position, next, actual: null));
            return null;
        }

        _position++;
        Observe(next);
        return next;
    }

    /// <summary>From here on, events are new.</summary>
    public void EndReplay() => IsReplaying = false;

    /// <summary>Writes down an event that came from outside.</summary>
    public void Receive(HistoryEvent received)
    {
        Observe(received);
        _added.Add(received);
    }

    /// <summary>Writes down what the code does; while replaying, holds it against what it did before. False when it does not count.</summary>
    public bool Do(HistoryEvent done)
    {
        if (Fault is not null)
        {
            return false;
        }

        if (!IsReplaying)
        {
            _added.Add(done);
            return true;
        }

        var expected = _position < history.Count ? history[_position] : null;
        if (expected is null || !IsSame(expected, done))
        {
            Fail(ReplayFault.NonDeterministic(instanceId, _position, expected, done));
            return false;
        }

        _position++;
        return true;
    }

    public void Fail(Exception fault) => Fault ??= fault;

    private void Observe(HistoryEvent observed)
    {
        if (observed.Type == HistoryEventType.OrchestratorStarted)
        {
            Now = observed.At;
        }
    }

    // Inputs and due times may differ: a corrected wording or interval must not break the instances in flight.
    private static bool IsSame(HistoryEvent expected, HistoryEvent actual) =>
        expected.Type == actual.Type
        && expected.TaskId == actual.TaskId
        && string.Equals(expected.Name, actual.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsDoneByCode(HistoryEventType type) => type is
        HistoryEventType.TaskScheduled
        or HistoryEventType.TimerCreated
        or HistoryEventType.TimerCanceled
        or HistoryEventType.SubOrchestrationScheduled
        or HistoryEventType.EventSent
        or HistoryEventType.ExecutionCompleted
        or HistoryEventType.ExecutionFailed;
}
