using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Commands;

/// <summary>What clients may ask of instances, as changes to the state.</summary>
internal static class InstanceCommands
{
    /// <summary>Dropped when nobody is there to take it.</summary>
    public static void RaiseEvent(EngineState state, DateTime now, string instanceId, string eventName, string? payload, string? traceParent)
    {
        if (state.Tables.Instances.FindById(instanceId) is { } receiver)
        {
            HistoryEvent message = new() { Type = HistoryEventType.EventRaised, At = now, Name = eventName, Data = payload };
            state.Postbox.Deliver(receiver, run: null, message, traceParent);
        }
    }

    /// <summary>Suspends, resumes, terminates or fails an instance; one that has ended stays as it is.</summary>
    public static void Control(EngineState state, DateTime now, string instanceId, HistoryEventType type, string? data) =>
        state.Postbox.Deliver(Existing(state, instanceId), run: null, new() { Type = type, At = now, Data = data });

    public static string Restart(EngineState state, DateTime now, string instanceId, string? newInstanceId)
    {
        var ended = Ended(state, instanceId);
        var again = new NewInstance(
            newInstanceId ?? ended.Id, ended.Name, ended.Version, state.Tables.Instances.InputOf(ended.Key))
        {
            TraceParent = ended.TraceParent,
        };
        state.Lifecycle.Create(again, now);
        return again.Id;
    }

    public static int Purge(EngineState state, string instanceId) =>
        state.Tables.Instances.FindById(instanceId) is null ? 0 : state.Lifecycle.Purge(Ended(state, instanceId).Key);

    private static InstanceRow Existing(EngineState state, string instanceId) =>
        state.Tables.Instances.FindById(instanceId) ?? throw new InstanceNotFoundException(instanceId);

    private static InstanceRow Ended(EngineState state, string instanceId)
    {
        var instance = Existing(state, instanceId);
        return instance.HasEnded ? instance : throw new InstanceNotEndedException(instanceId);
    }
}
