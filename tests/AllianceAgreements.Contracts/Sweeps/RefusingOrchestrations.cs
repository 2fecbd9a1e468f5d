using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Contracts.Sweeps;

/// <summary>An engine that does nothing it is asked: tests override what they need, and whatever else is called fails them.</summary>
public abstract class RefusingOrchestrations : IOrchestrationClient
{
    public virtual bool CanRewind => false;

    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
