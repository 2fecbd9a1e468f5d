using AllianceAgreements.Embedded.Engine.Dispatch;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Commands;

/// <summary>The code of an episode has run.</summary>
internal sealed class FinishEpisode(
    EpisodeLease lease, EpisodeOutcome outcome, EpisodeDispatcher dispatcher, Action<EpisodeLease, EpisodeOutcome> finish) : EngineCommand
{
    public override void Apply(EngineState state, DateTime now)
    {
        dispatcher.Finished(lease);
        finish(lease, outcome);
    }
}

/// <summary>After an episode it turned out that the code awaits a task that is not the context's, and so would wait for ever.</summary>
internal sealed class FailForeign(InstanceRow instance) : EngineCommand
{
    public override void Apply(EngineState state, DateTime now)
    {
        if (state.Tables.Instances.Find(instance.Key) is { } current)
        {
            var details = TaskFailureDetails.From(ReplayFault.ForeignTask(instance.Id));
            state.Postbox.Deliver(current, instance.Run, new()
            {
                Type = HistoryEventType.ExecutionFailed,
                At = now,
                Data = OrchestrationJson.Serialize(details),
            });
        }
    }
}
