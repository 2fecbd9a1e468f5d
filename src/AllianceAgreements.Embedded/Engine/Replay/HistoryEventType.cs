namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>The kinds of history events. They are stored by name, so a released name never changes.</summary>
public enum HistoryEventType
{
    /// <summary>An episode begins; its time is the orchestration's current time.</summary>
    OrchestratorStarted,

    /// <summary>The run begins, with its input.</summary>
    ExecutionStarted,

    /// <summary>An administrator suspended the instance.</summary>
    ExecutionSuspended,

    /// <summary>An administrator resumed the instance.</summary>
    ExecutionResumed,

    /// <summary>The orchestrator returned its output.</summary>
    ExecutionCompleted,

    /// <summary>The orchestrator failed.</summary>
    ExecutionFailed,

    /// <summary>An administrator, or the parent's termination, ended the instance.</summary>
    ExecutionTerminated,

    /// <summary>The code called an activity.</summary>
    TaskScheduled,

    /// <summary>An activity gave its result.</summary>
    TaskCompleted,

    /// <summary>An activity failed.</summary>
    TaskFailed,

    /// <summary>The code made a timer.</summary>
    TimerCreated,

    /// <summary>The code cancelled a timer.</summary>
    TimerCanceled,

    /// <summary>A timer came due.</summary>
    TimerFired,

    /// <summary>The code called a sub-orchestration.</summary>
    SubOrchestrationScheduled,

    /// <summary>A sub-orchestration gave its output.</summary>
    SubOrchestrationCompleted,

    /// <summary>A sub-orchestration failed or was terminated.</summary>
    SubOrchestrationFailed,

    /// <summary>An external event came.</summary>
    EventRaised,

    /// <summary>The code sent an event to another instance.</summary>
    EventSent,
}
