using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.State;

/// <summary>An instance to be made.</summary>
internal sealed record NewInstance(string Id, string Name, string Version, string? Input)
{
    public DateTime? StartAt { get; init; }

    public ParentLink? Parent { get; init; }

    public string? TraceParent { get; init; }
}

/// <summary>Makes and removes instances, with everything that hangs on them.</summary>
internal sealed class InstanceLifecycle(EngineTables tables, Postbox postbox)
{
    /// <summary>Makes an instance; one of the same id that has ended gives way, and its trace goes on.</summary>
    /// <exception cref="InstanceAlreadyExistsException">One of the same id has not ended.</exception>
    public void Create(NewInstance asked, DateTime now)
    {
        var run = 0;
        var traceParent = asked.TraceParent;
        if (tables.Instances.FindById(asked.Id) is { } existing)
        {
            if (!existing.HasEnded)
            {
                throw new InstanceAlreadyExistsException(asked.Id);
            }

            Delete(existing.Key);
            run = existing.Run + 1;
            traceParent = existing.TraceParent ?? traceParent;
        }

        var row = new InstanceRow
        {
            Id = asked.Id,
            Run = run,
            Name = asked.Name,
            Version = asked.Version,
            Status = OrchestrationRuntimeStatus.Pending,
            StartAt = asked.StartAt,
            CreatedAt = now,
            UpdatedAt = now,
            Parent = asked.Parent,
            TraceParent = traceParent,
        };
        row = row with { Key = tables.Instances.Insert(row, asked.Input) };
        if (row.IsHeld(now))
        {
            tables.Timers.Add(row.Key, run, task: null, row.StartAt!.Value);
        }

        postbox.Deliver(row, run, new()
        {
            Type = HistoryEventType.ExecutionStarted,
            At = now,
            Name = row.Name,
            Data = asked.Input,
        });
    }

    /// <summary>Removes an ended instance and its ended children, and theirs; returns how many went.</summary>
    public int Purge(long key)
    {
        var purged = 1;
        foreach (var child in tables.Instances.ChildrenOf(key).Where(child => child.HasEnded))
        {
            purged += Purge(child.Key);
        }

        Delete(key);
        return purged;
    }

    private void Delete(long key)
    {
        tables.History.DeleteOf(key);
        tables.Inbox.DeleteOf(key);
        tables.Ready.Remove(key);
        tables.Timers.DeleteOf(key);
        tables.Activities.DeleteOf(key);
        tables.Instances.Delete(key);
    }
}
