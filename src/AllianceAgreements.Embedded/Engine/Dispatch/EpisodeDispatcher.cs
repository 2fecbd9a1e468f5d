using AllianceAgreements.Embedded.Engine.Commands;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Embedded.Engine.Dispatch;

/// <summary>Gives ready instances their episodes: loads them here on the engine's thread, runs their code on others.</summary>
internal sealed class EpisodeDispatcher(
    EngineState state,
    OrchestrationCatalog catalog,
    ILoggerFactory loggerFactory,
    int maxConcurrent,
    Action<EngineCommand> post,
    Action<EpisodeLease, EpisodeOutcome> finish)
{
    private readonly HashSet<long> _running = [];

    public int Running => _running.Count;

    /// <summary>Begins the episodes of ready instances, as many as there is room for; returns how many.</summary>
    public int Dispatch(DateTime now)
    {
        if (_running.Count >= maxConcurrent)
        {
            return 0;
        }

        var begun = 0;
        foreach (var key in state.Tables.Ready.First(maxConcurrent))
        {
            if (!_running.Contains(key) && _running.Count < maxConcurrent && Begin(key, now))
            {
                begun++;
            }
        }

        return begun;
    }

    public void Finished(EpisodeLease lease) => _running.Remove(lease.Instance.Key);

    private bool Begin(long key, DateTime now)
    {
        var instance = state.Tables.Instances.Find(key)!;
        var inbox = state.Tables.Inbox.Of(key);
        var intake = Intake.Select(instance, inbox, now);
        var lease = new EpisodeLease(instance, state.Tables.History.Of(key), intake, TimeOf(instance, intake, now));
        if (!intake.RunsCode)
        {
            finish(lease, WithoutCode(lease));
            return false;
        }

        _running.Add(key);
        _ = Task.Run(() => post(new FinishEpisode(lease, Run(lease), this, finish)));
        return true;
    }

    private EpisodeOutcome Run(EpisodeLease lease)
    {
        try
        {
            var episode = new Episode(
                lease.Instance.Identity, lease.History, catalog, loggerFactory, () => post(new FailForeign(lease.Instance)));
            return episode.Run(lease.Intake.Events, lease.Now);
        }
#pragma warning disable CA1031 // Whatever one instance's history or code does to the replay, the others go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return EpisodeOutcome.Failed([], TaskFailureDetails.From(e), lease.Now);
        }
    }

    private static EpisodeOutcome WithoutCode(EpisodeLease lease) => new()
    {
        Added = lease.Intake.Events,
        Status = lease.Intake switch
        {
            { End.Type: HistoryEventType.ExecutionTerminated } => OrchestrationRuntimeStatus.Terminated,
            { End: not null } => OrchestrationRuntimeStatus.Failed,
            { Suspended: true } => OrchestrationRuntimeStatus.Suspended,
            _ => lease.Instance.Begun ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Pending,
        },
        Output = lease.Intake.End is { Type: HistoryEventType.ExecutionTerminated } terminated ? terminated.Data : null,
        Failure = lease.Intake.End is { Type: HistoryEventType.ExecutionFailed } failed
            ? OrchestrationJson.Deserialize<TaskFailureDetails>(failed.Data)
            : null,
    };

    // An orchestration's time never goes back, whatever the machine's clock does.
    private static DateTime TimeOf(InstanceRow instance, Intake intake, DateTime now) =>
        intake.Events.Select(message => message.At).Append(instance.UpdatedAt).Append(now).Max();
}
