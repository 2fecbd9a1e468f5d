using System.Text.Json;

namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>Where an instance stands; the values of <c>Microsoft.DurableTask.Client.OrchestrationRuntimeStatus</c>.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>Scheduled, not yet begun.</summary>
    Pending,

    /// <summary>Begun, and not ended.</summary>
    Running,

    /// <summary>Held by an administrator.</summary>
    Suspended,

    /// <summary>Ended with an output.</summary>
    Completed,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Ended by an administrator.</summary>
    Terminated,
}

/// <summary>An instance as queries show it.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">Its orchestrator's name.</param>
/// <param name="RuntimeStatus">Where it stands.</param>
/// <param name="CreatedAt">When it was scheduled.</param>
/// <param name="LastUpdatedAt">When its last episode was committed.</param>
public sealed record OrchestrationMetadata(
    string InstanceId, string Name, OrchestrationRuntimeStatus RuntimeStatus, DateTimeOffset CreatedAt, DateTimeOffset LastUpdatedAt)
{
    /// <summary>The instance that called it as a sub-orchestration, if any.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>JSON; only when asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>JSON; only when asked for, and after the end.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>JSON; what the orchestration says of itself.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Why it failed, when it did.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>True once the instance will not run again by itself.</summary>
    public bool IsCompleted => RuntimeStatus is
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>The output, deserialised; default when there is none or it was not asked for.</summary>
    public T? ReadOutputAs<T>() =>
        SerializedOutput is null ? default : JsonSerializer.Deserialize<T>(SerializedOutput, OrchestrationJson.Options);
}

/// <summary>Which instances to list; every criterion given must hold.</summary>
public sealed record OrchestrationQuery
{
    /// <summary>Only these statuses; null for all.</summary>
    public IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses { get; init; }

    /// <summary>Created at or after.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Created before.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Instance ids that begin so.</summary>
    public string? InstanceIdPrefix { get; init; }

    /// <summary>Instances whose id or name contains this, ignoring case. At most 200 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Rows a page, 1 to 1,000. Default 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Where to go on, from the page before; of the same criteria.</summary>
    public string? ContinuationToken { get; init; }

    /// <summary>Whether inputs and outputs come along.</summary>
    public bool FetchInputsAndOutputs { get; init; }
}

/// <summary>The order in which an engine lists instances.</summary>
public enum InstanceOrder
{
    /// <summary>By creation, the latest first.</summary>
    NewestFirst,

    /// <summary>By id, ordinal.</summary>
    ById,
}

/// <summary>One page of instances.</summary>
/// <param name="Items">The instances. Fewer than a page holds, or none, says nothing of what follows.</param>
/// <param name="ContinuationToken">For the next page; null on the last.</param>
/// <param name="Order">The order of the items and the pages, which is the engine's.</param>
public sealed record OrchestrationPage(IReadOnlyList<OrchestrationMetadata> Items, string? ContinuationToken, InstanceOrder Order);

/// <summary>One event of an instance's history, as administrators see it.</summary>
/// <param name="SequenceNumber">Its place, from 0.</param>
/// <param name="Timestamp">When it was committed.</param>
/// <param name="Type">Such as <c>TaskScheduled</c> or <c>TimerFired</c>.</param>
/// <param name="Name">The activity, orchestrator or event it concerns, if any.</param>
/// <param name="Data">JSON input or result, if any.</param>
public sealed record OrchestrationHistoryEvent(long SequenceNumber, DateTimeOffset Timestamp, string Type, string? Name, string? Data);

/// <summary>How an instance is started.</summary>
public sealed record StartOrchestrationOptions
{
    /// <summary>Its id, 1 to 100 characters, no control characters and no <c>/ \ # ?</c>, not starting with <c>@</c> (the limits of Durable Functions).</summary>
    public string? InstanceId { get; init; }

    /// <summary>
    /// Not to begin before; null begins now. What is terminated before then does not begin; on Durable Functions it does all the same.
    /// </summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Its version; null takes the host's default.</summary>
    public string? Version { get; init; }
}
