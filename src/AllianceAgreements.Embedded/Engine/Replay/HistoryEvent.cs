namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>One event of an instance's history, in the form the engine keeps and replays.</summary>
public sealed record HistoryEvent
{
    /// <summary>What happened.</summary>
    public required HistoryEventType Type { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Which task of the orchestration it concerns, counted from 0 in the order its code made them.</summary>
    public int? TaskId { get; init; }

    /// <summary>The activity, orchestrator or external event it concerns.</summary>
    public string? Name { get; init; }

    /// <summary>JSON: the input, the result, the payload, or the failure's details.</summary>
    public string? Data { get; init; }

    /// <summary>The other instance: the child that is started, or the receiver of an event.</summary>
    public string? Target { get; init; }

    /// <summary>When a timer is due, UTC.</summary>
    public DateTime? FireAt { get; init; }

    /// <summary>The event as error messages show it.</summary>
    internal string Describe() =>
        string.Concat(Type.ToString(), Name is null ? "" : $" '{Name}'", TaskId is null ? "" : $" (#{TaskId})");
}
