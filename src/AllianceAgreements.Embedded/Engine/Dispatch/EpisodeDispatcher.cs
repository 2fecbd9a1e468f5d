using AllianceAgreements.Embedded.Engine.Commands;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Embedded.Engine.Telemetry;
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
        var before = _running.Count;
        bool endedSome;
        do
        {
            // Ending one without its code may make others ready: its parent, or the children that end with it.
            endedSome = false;
            foreach (var key in Next())
            {
                endedSome |= !Begin(key, now);
            }
        }
        while (endedSome);

        return _running.Count - before;
    }

    public void Finished(EpisodeLease lease) => _running.Remove(lease.Instance.Key);

    private List<long> Next() => _running.Count == maxConcurrent
        ? []
        : [.. state.Tables.Ready.First(maxConcurrent).Where(key => !_running.Contains(key)).Take(maxConcurrent - _running.Count)];

    /// <returns>False when the instance needed no code, and its turn is over.</returns>
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
        using var span = EngineSpans.StartEpisode(lease);
        var outcome = RunCode(lease);
        span.Ended(outcome.Status, outcome.Failure);

        // Where this episode is left out of the sample, its instance's trace goes on all the same.
        return outcome with { TraceParent = span?.Id ?? lease.Instance.TraceParent };
    }

    private EpisodeOutcome RunCode(EpisodeLease lease)
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
