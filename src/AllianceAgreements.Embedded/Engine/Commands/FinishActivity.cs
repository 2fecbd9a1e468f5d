using AllianceAgreements.Embedded.Engine.Dispatch;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Commands;

/// <summary>An activity has ended, well or badly.</summary>
internal sealed class FinishActivity(
    ActivityRow activity, string? result, TaskFailureDetails? failure, ActivityDispatcher dispatcher) : EngineCommand
{
    public override void Apply(EngineState state, DateTime now)
    {
        dispatcher.Finished();
        if (!state.Tables.Activities.Remove(activity.Id) || state.Tables.Instances.Find(activity.Instance) is not { } caller)
        {
            return;
        }

        state.Postbox.Deliver(caller, activity.Run, new()
        {
            Type = failure is null ? HistoryEventType.TaskCompleted : HistoryEventType.TaskFailed,
            At = now,
            TaskId = activity.Task,
            Data = failure is null ? result : OrchestrationJson.Serialize(failure),
        });
    }
}

/// <summary>The stop cut an activity short. It stays in the store and runs again.</summary>
internal sealed class InterruptActivity(ActivityDispatcher dispatcher) : EngineCommand
{
    public override void Apply(EngineState state, DateTime now) => dispatcher.Finished();
}
