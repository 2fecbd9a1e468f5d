using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>What one episode leaves to be committed.</summary>
internal sealed record EpisodeOutcome
{
    /// <summary>The new history, in order; what the code did in it is yet to be carried out.</summary>
    public required IReadOnlyList<HistoryEvent> Added { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>JSON.</summary>
    public string? Output { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>The custom status, when the code set one (to null, to clear it).</summary>
    public CustomStatusChange? CustomStatus { get; init; }

    /// <summary>The run that follows this one, when the code continued as new.</summary>
    public NextRun? Next { get; init; }

    /// <summary>The span that what the code did belongs to; null when nobody traces.</summary>
    public string? TraceParent { get; init; }

    public static EpisodeOutcome Failed(IReadOnlyList<HistoryEvent> added, TaskFailureDetails failure, DateTime now) => new()
    {
        Added = [.. added, new()
        {
            Type = HistoryEventType.ExecutionFailed,
            At = now,
            Data = OrchestrationJson.Serialize(failure),
        }],
        Status = OrchestrationRuntimeStatus.Failed,
        Failure = failure,
    };
}

/// <summary>A custom status that the code set; JSON.</summary>
internal sealed record CustomStatusChange(string? Json);

/// <summary>The run that follows a continue-as-new.</summary>
/// <param name="Input">JSON.</param>
/// <param name="Unread">External events to begin with, oldest first.</param>
internal sealed record NextRun(string? Input, IReadOnlyList<HistoryEvent> Unread);
