using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.State;

/// <summary>Carries an episode's outcome out, all of it in the transaction that is open.</summary>
internal sealed class EpisodeCommit(EngineTables tables, InstanceLifecycle lifecycle, Postbox postbox, string defaultVersion)
{
    /// <returns>True when the instance has ended.</returns>
    public bool Apply(EpisodeLease lease, EpisodeOutcome outcome)
    {
        foreach (var message in lease.Intake.Taken)
        {
            tables.Inbox.Delete(message.Id);
        }

        foreach (var added in outcome.Added)
        {
            CarryOut(lease.Instance, added, outcome.TraceParent);
        }

        if (outcome.CustomStatus is { } status)
        {
            tables.Instances.SetCustomStatus(lease.Instance.Key, status.Json);
        }

        var instance = lease.Instance with
        {
            Status = outcome.Status,
            Begun = lease.Instance.Begun || lease.Intake.RunsCode,
            UpdatedAt = lease.Now,

            // One that was started when nobody traced has a trace from now on.
            TraceParent = lease.Instance.TraceParent ?? outcome.TraceParent,
        };
        if (outcome.Next is { } next)
        {
            BeginNextRun(instance, next);
        }
        else
        {
            Append(lease, outcome);
            tables.Instances.Update(instance);
        }

        if (instance.HasEnded)
        {
            End(instance, outcome);
            return true;
        }

        tables.Ready.Remove(instance.Key);
        if (tables.Inbox.Last(instance.Key) > lease.Intake.LastSeen)
        {
            tables.Ready.Add(instance.Key);
        }

        return false;
    }

    private void Append(EpisodeLease lease, EpisodeOutcome outcome)
    {
        var position = lease.History.Count;
        foreach (var added in outcome.Added)
        {
            tables.History.Append(lease.Instance.Key, position++, added);
        }
    }

    private void CarryOut(InstanceRow instance, HistoryEvent added, string? traceParent)
    {
        switch (added.Type)
        {
            case HistoryEventType.TaskScheduled:
                tables.Activities.Add(instance.Key, instance.Run, added.TaskId!.Value, added.Name!, added.Data, traceParent);
                break;
            case HistoryEventType.TimerCreated:
                tables.Timers.Add(instance.Key, instance.Run, added.TaskId, added.FireAt!.Value);
                break;
            case HistoryEventType.TimerCanceled:
                tables.Timers.Cancel(instance.Key, added.TaskId!.Value);
                break;
            case HistoryEventType.SubOrchestrationScheduled:
                StartChild(instance, added, traceParent);
                break;
            case HistoryEventType.EventSent when tables.Instances.FindById(added.Target!) is { } receiver:
                HistoryEvent message = new() { Type = HistoryEventType.EventRaised, At = added.At, Name = added.Name, Data = added.Data };
                postbox.Deliver(receiver, run: null, message, traceParent);
                break;
        }
    }

    private void StartChild(InstanceRow instance, HistoryEvent added, string? traceParent)
    {
        try
        {
            lifecycle.Create(
                new NewInstance(added.Target!, added.Name!, defaultVersion, added.Data)
                {
                    Parent = new ParentLink(instance.Key, instance.Run, added.TaskId!.Value, instance.Id, instance.Name),
                    TraceParent = traceParent,
                },
                added.At);
        }
        catch (InstanceAlreadyExistsException e)
        {
            postbox.Deliver(instance, instance.Run, new()
            {
                Type = HistoryEventType.SubOrchestrationFailed,
                At = added.At,
                TaskId = added.TaskId,
                Data = OrchestrationJson.Serialize(TaskFailureDetails.From(e)),
            });
        }
    }

    private void BeginNextRun(InstanceRow instance, NextRun next)
    {
        tables.History.DeleteOf(instance.Key);
        tables.Timers.DeleteOf(instance.Key);
        var run = instance.Run + 1;
        tables.Instances.Update(instance with { Run = run });

        // What came while this episode ran comes after what the run before it left unread.
        var newer = tables.Inbox.Last(instance.Key);
        tables.Inbox.Add(instance.Key, run, new()
        {
            Type = HistoryEventType.ExecutionStarted,
            At = instance.UpdatedAt,
            Name = instance.Name,
            Data = next.Input,
        });
        foreach (var unread in next.Unread)
        {
            tables.Inbox.Add(instance.Key, run: null, unread);
        }

        if (newer is not null)
        {
            tables.Inbox.MoveToEnd(instance.Key, newer.Value);
        }
    }

    private void End(InstanceRow instance, EpisodeOutcome outcome)
    {
        tables.Instances.End(instance, outcome);
        tables.Timers.DeleteOf(instance.Key);
        tables.Inbox.DeleteOf(instance.Key);
        tables.Ready.Remove(instance.Key);
        if (instance.Status == OrchestrationRuntimeStatus.Terminated)
        {
            tables.Activities.DeleteOf(instance.Key);
            TerminateChildren(instance, outcome);
        }

        if (instance.Parent is { } parent && tables.Instances.Find(parent.Key) is { } caller)
        {
            postbox.Deliver(caller, parent.Run, AnswerTo(parent, instance, outcome));
        }
    }

    private void TerminateChildren(InstanceRow instance, EpisodeOutcome outcome)
    {
        foreach (var child in tables.Instances.ChildrenOf(instance.Key))
        {
            postbox.Deliver(child, run: null, new()
            {
                Type = HistoryEventType.ExecutionTerminated,
                At = instance.UpdatedAt,
                Data = outcome.Output,
            });
        }
    }

    private static HistoryEvent AnswerTo(ParentLink parent, InstanceRow instance, EpisodeOutcome outcome)
    {
        var failure = instance.Status == OrchestrationRuntimeStatus.Terminated
            ? new TaskFailureDetails(typeof(OperationCanceledException).FullName!, $"Orchestration '{instance.Id}' was terminated.", StackTrace: null)
            : outcome.Failure;
        return new()
        {
            Type = failure is null ? HistoryEventType.SubOrchestrationCompleted : HistoryEventType.SubOrchestrationFailed,
            At = instance.UpdatedAt,
            TaskId = parent.Task,
            Data = failure is null ? outcome.Output : OrchestrationJson.Serialize(failure),
        };
    }
}
