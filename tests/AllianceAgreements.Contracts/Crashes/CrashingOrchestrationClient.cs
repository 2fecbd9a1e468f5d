using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Contracts.Crashes;

internal sealed class CrashingOrchestrationClient(IOrchestrationClient inner, Action<string> reached) : IOrchestrationClient
{
    public bool CanRewind => inner.CanRewind;

    public async Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        reached($"before schedule {orchestratorName}");
        var instanceId = await inner.ScheduleNewOrchestrationInstanceAsync(orchestratorName, input, options, cancellationToken);
        reached($"after schedule {orchestratorName}");
        return instanceId;
    }

    public async Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default)
    {
        // The agreement's own instance has no suffix.
        var whose = instanceId.IndexOf(':') is > 0 and var colon ? instanceId[(colon + 1)..] : "agreement";
        reached($"before raise {eventName} to {whose}");
        await inner.RaiseEventAsync(instanceId, eventName, eventPayload, cancellationToken);
        reached($"after raise {eventName} to {whose}");
    }

    public Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        inner.SuspendInstanceAsync(instanceId, reason, cancellationToken);

    public Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        inner.ResumeInstanceAsync(instanceId, reason, cancellationToken);

    public Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellationToken = default) =>
        inner.TerminateInstanceAsync(instanceId, output, cancellationToken);

    public Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellationToken = default) =>
        inner.RestartAsync(instanceId, restartWithNewInstanceId, cancellationToken);

    public Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default) =>
        inner.RewindAsync(instanceId, reason, cancellationToken);

    public Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default) =>
        inner.PurgeInstanceAsync(instanceId, cancellationToken);

    public Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) =>
        inner.GetInstanceAsync(instanceId, getInputsAndOutputs, cancellationToken);

    public Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default) =>
        inner.GetInstancesAsync(query, cancellationToken);

    public Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        inner.GetHistoryAsync(instanceId, cancellationToken);

    public Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) =>
        inner.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs, cancellationToken);
}
