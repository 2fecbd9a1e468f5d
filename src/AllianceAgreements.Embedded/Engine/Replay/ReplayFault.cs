using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>Why the orchestrator's code cannot be trusted to go on: the engine fails the instance whatever the code does next.</summary>
internal static class ReplayFault
{
    public static NonDeterministicOrchestrationException NonDeterministic(
        string instanceId, int position, HistoryEvent? expected, HistoryEvent? actual) =>
        new(
            instanceId,
            expected is null ? $"event {position}: nothing, it waits" : $"event {position}: {expected.Describe()}",
            actual is null ? "nothing, it waits" : actual.Describe());

    public static InvalidOperationException ForeignTask(string instanceId) =>
        new($"Orchestration '{instanceId}' awaits a task that its context did not make (such as Task.Delay, Task.Run or I/O), which cannot "
            + "be replayed. Use the context's timers, activities, sub-orchestrations and events.");
}
