using AllianceAgreements.Workflows.Orchestration;
using DurableTask.Core.History;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>What the platform's history of an instance tells.</summary>
internal static class InstanceHistory
{
    /// <summary>The history as administrators see it.</summary>
    public static IReadOnlyList<OrchestrationHistoryEvent> ToOurs(IEnumerable<HistoryEvent> events)
    {
        var scheduled = new Dictionary<int, string?>();
        return [.. events.Select((happened, position) => new OrchestrationHistoryEvent(
            position,
            new DateTimeOffset(DateTime.SpecifyKind(happened.Timestamp, DateTimeKind.Utc)),
            happened.EventType.ToString(),
            NameOf(happened, scheduled),
            DataOf(happened)))];
    }

    /// <summary>The instances that were called as sub-orchestrations.</summary>
    public static IReadOnlyList<string> ChildrenIn(IEnumerable<HistoryEvent> events) =>
        [.. events.OfType<SubOrchestrationInstanceCreatedEvent>().Select(created => created.InstanceId).Distinct()];

    /// <summary>The children whose failure the instance learned of.</summary>
    public static IReadOnlyList<string> FailedChildrenIn(IEnumerable<HistoryEvent> events)
    {
        var failed = events.OfType<SubOrchestrationInstanceFailedEvent>().Select(failure => failure.TaskScheduledId).ToHashSet();
        return [.. events.OfType<SubOrchestrationInstanceCreatedEvent>()
            .Where(created => failed.Contains(created.EventId)).Select(created => created.InstanceId).Distinct()];
    }

    /// <summary>Whether the code asked for anything after an activity or a child had failed.</summary>
    public static bool WentOnAfterFailure(IEnumerable<HistoryEvent> events) => events
        .SkipWhile(happened => happened is not (TaskFailedEvent or SubOrchestrationInstanceFailedEvent))
        .Any(happened => happened is TaskScheduledEvent or SubOrchestrationInstanceCreatedEvent or TimerCreatedEvent or EventSentEvent);

    /// <summary>The instance that called this one, if any did.</summary>
    public static string? ParentOf(IEnumerable<HistoryEvent> events) =>
        events.OfType<ExecutionStartedEvent>().FirstOrDefault()?.ParentInstance?.OrchestrationInstance.InstanceId;

    /// <summary>Results carry no name but the number of what was scheduled.</summary>
    private static string? NameOf(HistoryEvent happened, Dictionary<int, string?> scheduled) => happened switch
    {
        ExecutionStartedEvent started => started.Name,
        TaskScheduledEvent task => scheduled[task.EventId] = task.Name,
        TaskCompletedEvent task => scheduled.GetValueOrDefault(task.TaskScheduledId),
        TaskFailedEvent task => scheduled.GetValueOrDefault(task.TaskScheduledId),
        SubOrchestrationInstanceCreatedEvent child => scheduled[child.EventId] = child.Name,
        SubOrchestrationInstanceCompletedEvent child => scheduled.GetValueOrDefault(child.TaskScheduledId),
        SubOrchestrationInstanceFailedEvent child => scheduled.GetValueOrDefault(child.TaskScheduledId),
        EventRaisedEvent raised => raised.Name,
        EventSentEvent sent => sent.Name,
        _ => null,
    };

    private static string? DataOf(HistoryEvent happened) => happened switch
    {
        ExecutionStartedEvent started => started.Input,
        ExecutionTerminatedEvent terminated => terminated.Input,
        ExecutionCompletedEvent { FailureDetails: { } failure } => Json(failure),
        ExecutionCompletedEvent completed => completed.Result,
        TaskScheduledEvent task => ActivityText.FromHistory(task.Input),
        TaskCompletedEvent task => ActivityText.FromHistory(task.Result),
        TaskFailedEvent task => Json(task.FailureDetails),
        SubOrchestrationInstanceCreatedEvent child => child.Input,
        SubOrchestrationInstanceCompletedEvent child => child.Result,
        SubOrchestrationInstanceFailedEvent child => Json(child.FailureDetails),
        EventRaisedEvent raised => raised.Input,
        EventSentEvent sent => sent.Input,
        // A rewind tells its reason so.
        GenericEvent { Data: { } data } => OrchestrationJson.Serialize(data),
        _ => null,
    };

    private static string? Json(global::DurableTask.Core.FailureDetails? failure) => failure is null
        ? null
        : OrchestrationJson.Serialize(new TaskFailureDetails(failure.ErrorType, failure.ErrorMessage, failure.StackTrace));
}
