using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>An instance without its payloads.</summary>
internal sealed record InstanceRow
{
    /// <summary>0 until it is stored.</summary>
    public long Key { get; init; }

    public required string Id { get; init; }

    public required int Run { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>Whether its code has ever run; tells what a resumed instance goes back to.</summary>
    public bool Begun { get; init; }

    /// <summary>Not to begin before.</summary>
    public DateTime? StartAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public ParentLink? Parent { get; init; }

    /// <summary>The span it was started in; null when nobody traces.</summary>
    public string? TraceParent { get; init; }

    public bool HasEnded => Status is
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public bool IsSuspended => Status == OrchestrationRuntimeStatus.Suspended;

    public InstanceIdentity Identity => new(
        Id, Run, Name, Version, Parent is null ? null : new ParentOrchestrationInstance(Parent.Name, Parent.Id));

    /// <summary>True while its start time is to come.</summary>
    public bool IsHeld(DateTime now) => !Begun && StartAt > now;
}

/// <summary>The task of another instance's run that an instance answers to.</summary>
internal sealed record ParentLink(long Key, int Run, int Task, string Id, string Name);
